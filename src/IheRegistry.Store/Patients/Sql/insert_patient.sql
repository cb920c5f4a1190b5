-- A new patient is its own survivor: patient_row is what the insert is about to allot. The greatest row is a subquery of its own, which
-- SQLite looks up; as the aggregate of the inserted row it would be searched for from end to end.
INSERT INTO patient (patient_row, authority, id, survivor_row, known_since)
SELECT next, $authority, $id, next, $known_since
FROM (SELECT coalesce((SELECT max(patient_row) FROM patient), 0) + 1 AS next)
WHERE true
ON CONFLICT (authority, id) DO NOTHING
