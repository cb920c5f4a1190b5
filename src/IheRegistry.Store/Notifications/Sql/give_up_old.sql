UPDATE notification
SET failure = COALESCE(failure, $failure), given_up_at = $given_up_at, reason = $reason
WHERE notification_row IN (
  SELECT notification_row FROM notification
  WHERE consumer = $consumer AND given_up_at IS NULL AND changed_at < $before
  LIMIT $most)
