SELECT other_person_row FROM identity_event WHERE person_row = $person_row AND kind = 6 AND undone = 0 ORDER BY event_row DESC LIMIT 1
