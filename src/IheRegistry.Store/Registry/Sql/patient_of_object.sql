-- The id that an object's patient resolves to today.
SELECT s.id, s.authority
FROM patient p JOIN patient s ON s.patient_row = p.survivor_row
WHERE p.patient_row = $patient_row
