DELETE FROM author_person WHERE object_row = $object_row
