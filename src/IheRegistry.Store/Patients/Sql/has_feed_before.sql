SELECT EXISTS (
  SELECT 1 FROM identity_event WHERE record_row = $record_row AND kind IN (1, 2) AND undone = 0 AND event_row < $event_row)
