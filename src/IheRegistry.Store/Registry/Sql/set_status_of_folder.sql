UPDATE folder SET status = $status WHERE object_row = $object_row
