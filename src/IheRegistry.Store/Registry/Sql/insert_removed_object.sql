INSERT INTO removed_object (object_row, uuid, kind, logical_id, version, unique_id, patient_row)
SELECT e.object_row, e.uuid, e.kind,
       coalesce(d.logical_id, f.logical_id, e.uuid),
       coalesce(d.version, f.version, 1),
       coalesce(d.unique_id, f.unique_id, s.unique_id),
       coalesce(d.patient_row, f.patient_row, s.patient_row)
FROM entry_uuid e
LEFT JOIN document_entry d ON d.object_row = e.object_row
LEFT JOIN folder f ON f.object_row = e.object_row
LEFT JOIN submission_set s ON s.object_row = e.object_row
WHERE e.object_row = $object_row
