SELECT event_row, at FROM identity_event WHERE event_row <= $event_row ORDER BY event_row DESC LIMIT 1
