DELETE FROM object_code WHERE object_row = $object_row
