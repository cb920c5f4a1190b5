INSERT INTO identity_search (kind, text, record_row) VALUES ($kind, $text, $record_row)
