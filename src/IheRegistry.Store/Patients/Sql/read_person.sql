-- The person that stands for a person.
SELECT s.person_row, d.authority, s.epid
FROM identity_person p
CROSS JOIN identity_person s ON s.person_row = p.survivor_row
LEFT JOIN identity_domain d ON d.domain_row = s.domain_row
WHERE p.person_row = $person_row
