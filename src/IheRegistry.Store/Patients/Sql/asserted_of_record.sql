-- What a record is by the events that hold: its last feed, when it was first fed, where it was last put, what subsumes it.
-- One lookup for each kind of event, however many feeds there were.
SELECT
  max(
    coalesce((SELECT event_row FROM identity_event WHERE record_row = $record_row AND kind = 1 AND undone = 0 ORDER BY event_row DESC LIMIT 1), 0),
    coalesce((SELECT event_row FROM identity_event WHERE record_row = $record_row AND kind = 2 AND undone = 0 ORDER BY event_row DESC LIMIT 1), 0)),
  min(
    coalesce((SELECT at FROM identity_event WHERE record_row = $record_row AND kind = 1 AND undone = 0 ORDER BY event_row LIMIT 1), 9e18),
    coalesce((SELECT at FROM identity_event WHERE record_row = $record_row AND kind = 2 AND undone = 0 ORDER BY event_row LIMIT 1), 9e18)),
  (SELECT person_row FROM identity_event WHERE record_row = $record_row AND kind IN (1, 3, 4) AND undone = 0 ORDER BY event_row DESC LIMIT 1),
  (SELECT other_record_row FROM identity_event WHERE record_row = $record_row AND kind = 5 AND undone = 0 ORDER BY event_row DESC LIMIT 1)
