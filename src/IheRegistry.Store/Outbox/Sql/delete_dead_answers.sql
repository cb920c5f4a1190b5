DELETE FROM outbox WHERE given_up_at < $before
