-- What happened to an object, in order, and the SubmissionSet that asked for it.
SELECT c.sequence, c.changed_at, c.action, c.status, c.changed_by, s.unique_id
FROM change_log c LEFT JOIN submission_set s ON s.object_row = c.submission_row
WHERE c.object_row = $object_row
ORDER BY c.sequence
