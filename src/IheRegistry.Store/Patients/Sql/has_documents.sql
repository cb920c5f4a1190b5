-- A patient, or one merged into it, has approved entries that came with a sourcePatientId.
SELECT EXISTS (
  SELECT 1
  FROM patient k
  CROSS JOIN document_entry d ON d.patient_row = k.patient_row AND d.status = 1
  WHERE k.survivor_row = $survivor_row AND d.source_patient_id = $source_patient_id
)
