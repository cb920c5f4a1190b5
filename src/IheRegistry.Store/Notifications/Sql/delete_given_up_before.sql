DELETE FROM notification WHERE consumer = $consumer AND given_up_at < $before
