SELECT event_row FROM identity_event WHERE record_row = $record_row AND kind IN (1, 3, 4) AND undone = 0 AND event_row > $event_row
