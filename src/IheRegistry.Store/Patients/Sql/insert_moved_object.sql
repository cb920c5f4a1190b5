INSERT INTO identity_moved_object (event_row, object_row, was, became) VALUES ($event_row, $object_row, $was, $became)
