-- sourceId of the SubmissionSet with which an object came.
SELECT s.source_id
FROM association a JOIN submission_set s ON s.object_row = a.source_row
WHERE a.target_row = $object_row AND a.type = 1 AND a.original = 1
ORDER BY a.object_row
LIMIT 1
