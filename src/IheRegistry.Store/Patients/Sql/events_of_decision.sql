SELECT event_row, kind, undone, decision_row, record_row, other_record_row, person_row, other_person_row, undoes_row
FROM identity_event WHERE decision_row = $decision_row
ORDER BY event_row
