SELECT waiting, given_up FROM notification_backlog WHERE consumer = $consumer
