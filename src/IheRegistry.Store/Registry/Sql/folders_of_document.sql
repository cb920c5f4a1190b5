-- Approved Folders that hold a DocumentEntry through an approved HasMember.
SELECT f.object_row, f.uuid, f.patient_row, 0
FROM association a JOIN folder f ON f.object_row = a.source_row
WHERE a.target_row = $object_row AND a.type = 1 AND a.status = 1 AND f.status = 1
ORDER BY f.object_row
