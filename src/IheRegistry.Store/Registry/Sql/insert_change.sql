INSERT INTO change_log (changed_at, action, object_row, changed_by, status, submission_row)
VALUES ($changed_at, $action, $object_row, $changed_by, $status, $submission_row)
