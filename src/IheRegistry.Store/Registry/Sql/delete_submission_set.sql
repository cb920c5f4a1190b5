DELETE FROM submission_set WHERE object_row = $object_row
