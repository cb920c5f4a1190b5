INSERT INTO patient_link (subsumed_row, surviving_row, linked_at, linked_by, event_row)
VALUES ($subsumed_row, $surviving_row, $linked_at, $linked_by, $event_row)
