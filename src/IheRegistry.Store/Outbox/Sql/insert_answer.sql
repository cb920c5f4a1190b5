INSERT INTO outbox (transaction_number, endpoint, relates_to, address, content_type, size, body, file, kept_at, deadline, attempts, next_at)
VALUES ($transaction, $endpoint, $relates_to, $address, $content_type, $size, $body, $file, $kept_at, $deadline, 0, $kept_at)
RETURNING answer_row
