SELECT consumer, waiting, given_up, lost FROM notification_backlog ORDER BY consumer
