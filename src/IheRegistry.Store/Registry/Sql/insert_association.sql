INSERT INTO association (object_row, uuid, type, source_row, target_row, status, original)
VALUES ($object_row, $uuid, $type, $source_row, $target_row, 1, $original)
