UPDATE document_entry SET status = 2 WHERE object_row = $object_row
