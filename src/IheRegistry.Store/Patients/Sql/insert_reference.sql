INSERT INTO identity_reference (key, record_row) VALUES ($key, $record_row)
