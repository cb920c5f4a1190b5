-- A new patient is its own survivor.
INSERT INTO patient (patient_row, authority, id, survivor_row, known_since)
VALUES ($patient_row, $authority, $id, $patient_row, $known_since)
ON CONFLICT (authority, id) DO NOTHING
