INSERT INTO entry_uuid (object_row, uuid, kind) VALUES ($object_row, $uuid, $kind)
