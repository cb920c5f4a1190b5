-- The repository's row of a document says whose it is, for its audit and policy.
UPDATE stored_document SET patient_id = $patient_id
WHERE unique_id = (SELECT unique_id FROM document_entry WHERE object_row = $object_row)
  AND entry_uuid = (SELECT uuid FROM document_entry WHERE object_row = $object_row)
