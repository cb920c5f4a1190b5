-- What an event may change of an object: of an association its status, else its patient.
SELECT e.kind, coalesce(d.patient_row, f.patient_row, s.patient_row, a.status), e.uuid
FROM entry_uuid e
LEFT JOIN document_entry d ON d.object_row = e.object_row
LEFT JOIN folder f ON f.object_row = e.object_row
LEFT JOIN submission_set s ON s.object_row = e.object_row
LEFT JOIN association a ON a.object_row = e.object_row
WHERE e.object_row = $object_row
