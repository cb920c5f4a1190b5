-- A new patient is its own survivor: patient_row is what the insert is about to allot.
INSERT INTO patient (patient_row, authority, id, survivor_row, known_since)
SELECT next, $authority, $id, next, $known_since
FROM (SELECT coalesce(max(patient_row), 0) + 1 AS next FROM patient)
WHERE true
ON CONFLICT (authority, id) DO NOTHING
