UPDATE outbox SET attempts = $attempts, failure = $failure, given_up_at = $given_up_at, body = NULL, file = NULL WHERE answer_row = $answer_row
