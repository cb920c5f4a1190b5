-- Of a patient id and all that lead to it by the latest of their links that hold.
WITH RECURSIVE branch(patient_row) AS (
  SELECT $patient_row
  UNION
  SELECT l.subsumed_row
  FROM branch b CROSS JOIN patient_link l ON l.surviving_row = b.patient_row AND l.undone_at IS NULL
  WHERE NOT EXISTS (
    SELECT 1 FROM patient_link n WHERE n.subsumed_row = l.subsumed_row AND n.undone_at IS NULL AND n.link_row > l.link_row)
)
UPDATE patient SET survivor_row = $survivor_row WHERE patient_row IN (SELECT patient_row FROM branch)
