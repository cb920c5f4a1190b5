-- Of a document whose entry is registered here still.
INSERT INTO change_log (changed_at, action, object_row, changed_by)
SELECT $changed_at, $action, object_row, $changed_by FROM entry_uuid WHERE uuid = $entry_uuid
