DELETE FROM folder WHERE object_row = $object_row
