-- The same by what ids begin with.
SELECT person_row
FROM (
  SELECT r.person_row
  FROM identity_domain d
  CROSS JOIN identity_record r ON r.id >= $from AND r.id < $to AND r.domain_row = d.domain_row
  WHERE d.authority = $authority AND r.content_row IS NOT NULL AND r.subsumed_row IS NULL
  LIMIT $most
)
UNION
SELECT person_row
FROM (
  SELECT p.person_row
  FROM identity_domain d
  CROSS JOIN identity_person p ON p.epid >= $from AND p.epid < $to AND p.domain_row = d.domain_row
  WHERE d.authority = $authority AND p.merged_row IS NULL
  LIMIT $most
)
