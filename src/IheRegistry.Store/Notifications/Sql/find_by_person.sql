SELECT notification_row, given_up_at IS NOT NULL FROM notification WHERE consumer = $consumer AND person_row = $person_row
