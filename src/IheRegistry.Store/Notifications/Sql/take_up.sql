UPDATE notification
SET given_up_at = NULL, reason = NULL, failure = NULL, attempts = 0, next_at = $next_at, changed_at = $changed_at
WHERE notification_row = $notification_row
