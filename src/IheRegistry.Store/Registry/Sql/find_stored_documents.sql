-- A repository may serve a registry elsewhere: then nothing is known of offline.
SELECT s.unique_id, s.owner, s.sha256, s.sha1, s.size, s.mime_type, s.patient_id, s.entry_uuid, s.confidentiality_code, s.stored_at,
  coalesce((SELECT d.offline FROM entry_uuid e CROSS JOIN document_entry d ON d.object_row = e.object_row WHERE e.uuid = s.entry_uuid), 0)
FROM stored_document s
WHERE s.unique_id = $unique_id
ORDER BY s.document_row
