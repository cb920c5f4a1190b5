DELETE FROM reference_id WHERE object_row = $object_row
