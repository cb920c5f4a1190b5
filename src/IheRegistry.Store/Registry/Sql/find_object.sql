SELECT e.object_row, e.kind,
       coalesce(d.status, f.status, s.status, a.status),
       coalesce(d.patient_row, f.patient_row, s.patient_row),
       coalesce(d.on_demand, 0),
       coalesce(d.logical_id, f.logical_id),
       coalesce(d.version, f.version, 1),
       coalesce(d.unique_id, f.unique_id, s.unique_id),
       e.uuid,
       EXISTS (SELECT 1 FROM document_entry n WHERE n.logical_id = d.logical_id AND n.version > d.version)
       OR EXISTS (SELECT 1 FROM folder n WHERE n.logical_id = f.logical_id AND n.version > f.version)
FROM entry_uuid e
LEFT JOIN document_entry d ON d.object_row = e.object_row
LEFT JOIN folder f ON f.object_row = e.object_row
LEFT JOIN submission_set s ON s.object_row = e.object_row
LEFT JOIN association a ON a.object_row = e.object_row
WHERE e.uuid = $uuid
