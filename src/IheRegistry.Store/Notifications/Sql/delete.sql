DELETE FROM notification WHERE notification_row = $notification_row AND generation = $generation
