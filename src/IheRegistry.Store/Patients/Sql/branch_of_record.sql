-- A record and all that it subsumed, by whatever steps.
WITH RECURSIVE branch(record_row) AS (
  SELECT $record_row
  UNION ALL
  SELECT r.record_row FROM branch b CROSS JOIN identity_record r ON r.subsumed_row = b.record_row
)
SELECT record_row FROM branch ORDER BY record_row
