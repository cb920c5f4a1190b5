INSERT INTO change_log (changed_at, action, object_row, changed_by) VALUES ($changed_at, $action, $object_row, $changed_by)
