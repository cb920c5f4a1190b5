SELECT notification_row, consumer, person_row, generation, changed_at, attempts, next_at, failure, given_up_at, reason
FROM notification
WHERE consumer = $consumer AND given_up_at IS NULL
ORDER BY next_at
LIMIT $most
