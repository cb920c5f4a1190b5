DELETE FROM association WHERE object_row = $object_row
