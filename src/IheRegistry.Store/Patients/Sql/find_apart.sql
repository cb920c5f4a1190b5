SELECT event_row FROM identity_event WHERE record_row = $record_row AND kind = 7 AND undone = 0 AND other_record_row = $other_record_row
