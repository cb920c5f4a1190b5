SELECT e.keys
FROM identity_record r CROSS JOIN identity_event e ON e.event_row = r.content_row
WHERE r.record_row = $record_row
