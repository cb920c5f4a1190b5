-- All versions under a logicalID, as answers show them; the patient is the one that the id resolves to today.
SELECT o.object_row, o.kind, o.uuid, o.status, o.version, p.authority, p.id, o.last_update_time, x.bytes
FROM (
  SELECT object_row, 1 AS kind, uuid, status, version, patient_row, 0 AS last_update_time FROM document_entry WHERE logical_id = $logical_id
  UNION ALL
  SELECT object_row, 3, uuid, status, version, patient_row, last_update_time FROM folder WHERE logical_id = $logical_id
) o
JOIN patient k ON k.patient_row = o.patient_row
JOIN patient p ON p.patient_row = k.survivor_row
JOIN fragment x ON x.object_row = o.object_row
ORDER BY o.version
