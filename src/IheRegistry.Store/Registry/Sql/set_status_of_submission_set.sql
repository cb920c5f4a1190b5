UPDATE submission_set SET status = $status WHERE object_row = $object_row
