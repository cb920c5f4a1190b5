-- What the repository knows of a document follows the newest version that remains of its DocumentEntry, if any does.
UPDATE stored_document
SET (entry_uuid, patient_id, confidentiality_code) = (
  SELECT d.uuid,
         p.id || '^^^&' || p.authority || '&ISO',
         coalesce((SELECT group_concat(c.code, ' ') FROM object_code c WHERE c.object_row = d.object_row AND c.attribute = 1), '')
  FROM document_entry d JOIN patient p ON p.patient_row = d.patient_row
  WHERE d.logical_id = $logical_id
  ORDER BY d.version DESC
  LIMIT 1)
WHERE unique_id = $unique_id AND entry_uuid = $removed_uuid
  AND EXISTS (SELECT 1 FROM document_entry WHERE logical_id = $logical_id)
