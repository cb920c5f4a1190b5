SELECT object_row, was, became FROM identity_moved_object WHERE event_row = $event_row ORDER BY object_row
