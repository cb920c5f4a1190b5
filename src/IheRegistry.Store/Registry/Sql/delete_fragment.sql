DELETE FROM fragment WHERE object_row = $object_row
