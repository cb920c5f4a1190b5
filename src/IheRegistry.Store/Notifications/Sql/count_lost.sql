UPDATE notification_backlog SET lost = lost + $lost WHERE consumer = $consumer
