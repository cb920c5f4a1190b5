INSERT INTO identity_block (key, record_row) VALUES ($key, $record_row)
