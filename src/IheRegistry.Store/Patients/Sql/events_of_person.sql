SELECT event_row FROM identity_event WHERE person_row = $person_row
UNION
SELECT event_row FROM identity_event WHERE other_person_row = $person_row
ORDER BY event_row
