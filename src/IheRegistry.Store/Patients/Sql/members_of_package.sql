-- The members of a SubmissionSet or Folder that belong to a patient; of a Folder the approved ones.
SELECT a.target_row
FROM association a
LEFT JOIN document_entry d ON d.object_row = a.target_row
LEFT JOIN folder f ON f.object_row = a.target_row
LEFT JOIN folder p ON p.object_row = a.source_row
WHERE a.source_row = $object_row AND a.type = 1 AND a.status = 1
  AND coalesce(d.object_row, f.object_row) IS NOT NULL AND (p.object_row IS NULL OR d.status = 1)
