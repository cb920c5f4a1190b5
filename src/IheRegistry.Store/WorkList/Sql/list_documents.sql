SELECT entry_id, unique_id, mime_type, owner, sha256, size FROM work_document WHERE item_row = $item_row ORDER BY position
