UPDATE notification
SET attempts = attempts + 1, failure = $failure, given_up_at = $given_up_at, reason = $reason
WHERE notification_row = $notification_row AND generation = $generation AND given_up_at IS NULL
