SELECT person_row FROM identity_event WHERE record_row = $record_row AND kind IN (1, 3, 4) ORDER BY event_row DESC LIMIT 1
