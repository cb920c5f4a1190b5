INSERT INTO unique_id (unique_id, kind, object_row, hash, size) VALUES ($unique_id, $kind, $object_row, $hash, $size)
ON CONFLICT (unique_id) DO NOTHING
