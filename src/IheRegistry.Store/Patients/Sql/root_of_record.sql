WITH RECURSIVE up(record_row, subsumed_row) AS (
  SELECT record_row, subsumed_row FROM identity_record WHERE record_row = $record_row
  UNION ALL
  SELECT r.record_row, r.subsumed_row FROM up u CROSS JOIN identity_record r ON r.record_row = u.subsumed_row
)
SELECT record_row FROM up WHERE subsumed_row IS NULL
