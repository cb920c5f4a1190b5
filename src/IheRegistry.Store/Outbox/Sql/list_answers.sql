SELECT answer_row, transaction_number, endpoint, relates_to, address, content_type, size, file, kept_at, deadline,
  attempts, next_at, failure, given_up_at
FROM outbox
ORDER BY given_up_at IS NOT NULL, next_at, answer_row
