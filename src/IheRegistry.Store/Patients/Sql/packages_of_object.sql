-- The SubmissionSets and approved Folders that an object is a member of.
SELECT a.source_row, coalesce(f.patient_row, s.patient_row)
FROM association a
LEFT JOIN folder f ON f.object_row = a.source_row AND f.status = 1
LEFT JOIN submission_set s ON s.object_row = a.source_row
WHERE a.target_row = $object_row AND a.type = 1 AND a.status = 1 AND coalesce(f.object_row, s.object_row) IS NOT NULL
ORDER BY a.source_row
