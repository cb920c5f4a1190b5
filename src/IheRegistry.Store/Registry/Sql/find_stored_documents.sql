SELECT unique_id, owner, sha256, sha1, size, mime_type, patient_id, entry_uuid, confidentiality_code, stored_at
FROM stored_document
WHERE unique_id = $unique_id
ORDER BY document_row
