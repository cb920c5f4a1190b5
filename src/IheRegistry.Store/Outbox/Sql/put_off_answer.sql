UPDATE outbox SET attempts = $attempts, next_at = $next_at, failure = $failure WHERE answer_row = $answer_row
