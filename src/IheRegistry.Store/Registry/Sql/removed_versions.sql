-- Versions under a logicalID that were removed: that they were there, and whose.
SELECT r.object_row, r.kind, r.version, p.authority, p.id
FROM removed_object r
JOIN patient k ON k.patient_row = r.patient_row
JOIN patient p ON p.patient_row = k.survivor_row
WHERE r.logical_id = $logical_id AND r.kind IN (1, 3)
ORDER BY r.object_row
