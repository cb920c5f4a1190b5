SELECT p.merged_row, p.survivor_row, d.authority, p.epid
FROM identity_person p LEFT JOIN identity_domain d ON d.domain_row = p.domain_row
WHERE p.person_row = $person_row
