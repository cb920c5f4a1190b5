-- The EPIDs of the persons that were merged into a person, by whatever steps.
WITH RECURSIVE branch(person_row) AS (
  SELECT person_row FROM identity_person WHERE merged_row = $person_row
  UNION ALL
  SELECT p.person_row FROM branch b CROSS JOIN identity_person p ON p.merged_row = b.person_row
)
SELECT d.authority, p.epid
FROM branch b
CROSS JOIN identity_person p ON p.person_row = b.person_row
CROSS JOIN identity_domain d ON d.domain_row = p.domain_row
ORDER BY p.person_row
