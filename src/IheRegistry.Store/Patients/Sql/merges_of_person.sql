SELECT event_row FROM identity_event WHERE person_row = $person_row AND kind = 6
UNION
SELECT event_row FROM identity_event WHERE other_person_row = $person_row AND kind = 6
ORDER BY event_row
