UPDATE notification
SET generation = generation + 1, changed_at = $changed_at
WHERE notification_row = $notification_row
