INSERT INTO audit_event (occurred_at, event_id, event_type, action, outcome, message)
VALUES ($occurred_at, $event_id, $event_type, $action, $outcome, $message)
