SELECT event_row FROM identity_event WHERE record_row = $record_row
UNION
SELECT event_row FROM identity_event WHERE other_record_row = $record_row
ORDER BY event_row
