-- Two persons hold different records of one domain that are in use, one left aside.
SELECT EXISTS (
  SELECT 1
  FROM identity_record a
  CROSS JOIN identity_record b ON b.person_row = $other_person_row AND b.domain_row = a.domain_row
  WHERE a.person_row = $person_row AND a.record_row <> $record_row
    AND a.subsumed_row IS NULL AND a.content_row IS NOT NULL
    AND b.subsumed_row IS NULL AND b.content_row IS NOT NULL
)
