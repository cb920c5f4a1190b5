INSERT INTO work_document (item_row, position, entry_id, unique_id, mime_type, owner, sha256, size)
VALUES ($item_row, $position, $entry_id, $unique_id, $mime_type, $owner, $sha256, $size)
