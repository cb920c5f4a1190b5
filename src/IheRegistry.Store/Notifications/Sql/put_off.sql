UPDATE notification
SET attempts = attempts + 1, next_at = $next_at, failure = $failure
WHERE notification_row = $notification_row AND given_up_at IS NULL
