SELECT notification_row, consumer, person_row, generation, changed_at, attempts, next_at, failure, given_up_at, reason
FROM notification
WHERE notification_row = $notification_row
