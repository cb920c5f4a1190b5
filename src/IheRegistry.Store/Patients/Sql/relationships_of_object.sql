-- The approved associations between an object and another that belongs to a patient: all but the membership in a SubmissionSet.
SELECT a.object_row, iif(a.source_row = $object_row, a.target_row, a.source_row)
FROM association a
LEFT JOIN document_entry d ON d.object_row = iif(a.source_row = $object_row, a.target_row, a.source_row)
LEFT JOIN folder f ON f.object_row = iif(a.source_row = $object_row, a.target_row, a.source_row)
WHERE (a.source_row = $object_row OR a.target_row = $object_row) AND a.status = 1 AND coalesce(d.object_row, f.object_row) IS NOT NULL
ORDER BY a.object_row
