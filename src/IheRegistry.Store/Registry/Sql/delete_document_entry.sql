DELETE FROM document_entry WHERE object_row = $object_row
