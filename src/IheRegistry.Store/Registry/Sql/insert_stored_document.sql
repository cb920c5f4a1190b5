INSERT INTO stored_document (unique_id, owner, sha256, sha1, size, mime_type, patient_id, entry_uuid, confidentiality_code, stored_at)
VALUES ($unique_id, $owner, $sha256, $sha1, $size, $mime_type, $patient_id, $entry_uuid, $confidentiality_code, $stored_at)
