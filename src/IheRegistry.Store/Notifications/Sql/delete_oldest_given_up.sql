DELETE FROM notification
WHERE notification_row IN (
  SELECT notification_row FROM notification
  WHERE consumer = $consumer AND given_up_at IS NOT NULL
  ORDER BY notification_row
  LIMIT $most)
