UPDATE document_entry SET status = $status WHERE object_row = $object_row
