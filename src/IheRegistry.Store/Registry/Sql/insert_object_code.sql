INSERT INTO object_code (object_row, attribute, code) VALUES ($object_row, $attribute, $code)
ON CONFLICT DO NOTHING
