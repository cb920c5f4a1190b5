SELECT event_row FROM identity_event WHERE undoes_row = $event_row ORDER BY event_row
