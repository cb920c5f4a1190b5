-- The approved entries of a patient, and of all merged into it, that came with a sourcePatientId.
SELECT d.object_row, d.patient_row
FROM patient k
CROSS JOIN document_entry d ON d.patient_row = k.patient_row AND d.status = 1
WHERE k.survivor_row = $survivor_row AND d.source_patient_id = $source_patient_id
ORDER BY d.object_row
