UPDATE identity_event SET undone = $undone WHERE event_row = $event_row
