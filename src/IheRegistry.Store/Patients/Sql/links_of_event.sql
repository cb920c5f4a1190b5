SELECT l.link_row, l.subsumed_row, s.authority, s.id, v.authority, v.id
FROM patient_link l
CROSS JOIN patient s ON s.patient_row = l.subsumed_row
CROSS JOIN patient v ON v.patient_row = l.surviving_row
WHERE l.event_row = $event_row
ORDER BY l.link_row
