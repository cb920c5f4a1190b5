DELETE FROM entry_uuid WHERE object_row = $object_row
