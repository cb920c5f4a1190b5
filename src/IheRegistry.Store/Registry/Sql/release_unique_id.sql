-- A uniqueId is free again when no object has it, nor a document of the repository, whose bytes it still means.
DELETE FROM unique_id
WHERE unique_id = $unique_id
  AND NOT EXISTS (SELECT 1 FROM document_entry WHERE unique_id = $unique_id)
  AND NOT EXISTS (SELECT 1 FROM folder WHERE unique_id = $unique_id)
  AND NOT EXISTS (SELECT 1 FROM stored_document WHERE unique_id = $unique_id)
  AND NOT EXISTS (SELECT 1 FROM submission_set s WHERE s.object_row = unique_id.object_row)
