SELECT s.submitted_by, s.digest, s.warnings
FROM unique_id u JOIN submission_set s ON s.object_row = u.object_row
WHERE u.unique_id = $unique_id AND u.kind = 2
