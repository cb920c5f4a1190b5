INSERT INTO fragment (object_row, bytes) VALUES ($object_row, $bytes)
