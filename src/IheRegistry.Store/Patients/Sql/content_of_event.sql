SELECT content FROM identity_event WHERE event_row = $event_row
