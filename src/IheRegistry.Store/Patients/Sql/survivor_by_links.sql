-- Where the latest link of a patient id that holds leads; its own row where there is none.
SELECT coalesce(
  (SELECT p.survivor_row
   FROM patient_link l CROSS JOIN patient p ON p.patient_row = l.surviving_row
   WHERE l.subsumed_row = $patient_row AND l.undone_at IS NULL
   ORDER BY l.link_row DESC LIMIT 1),
  $patient_row)
