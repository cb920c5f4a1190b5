-- Of a person and all that were merged into it, by whatever steps.
WITH RECURSIVE branch(person_row) AS (
  SELECT $person_row
  UNION ALL
  SELECT p.person_row FROM branch b CROSS JOIN identity_person p ON p.merged_row = b.person_row
)
UPDATE identity_person SET survivor_row = $survivor_row WHERE person_row IN (SELECT person_row FROM branch)
