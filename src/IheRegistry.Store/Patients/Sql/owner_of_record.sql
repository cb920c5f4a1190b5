-- The surviving person of where the record was last put that stands for this one.
WITH RECURSIVE up(member_row, subsumed_row) AS (
  SELECT member_row, subsumed_row FROM identity_record WHERE record_row = $record_row
  UNION ALL
  SELECT r.member_row, r.subsumed_row FROM up u CROSS JOIN identity_record r ON r.record_row = u.subsumed_row
)
SELECT p.survivor_row
FROM up u CROSS JOIN identity_person p ON p.person_row = u.member_row
WHERE u.subsumed_row IS NULL
