-- The persons that an id in use leads to: of a record or their own.
SELECT r.person_row
FROM identity_domain d
CROSS JOIN identity_record r ON r.id = $id AND r.domain_row = d.domain_row AND r.content_row IS NOT NULL AND r.subsumed_row IS NULL
WHERE d.authority = $authority
UNION
SELECT p.person_row
FROM identity_domain d
CROSS JOIN identity_person p ON p.epid = $id AND p.domain_row = d.domain_row AND p.merged_row IS NULL
WHERE d.authority = $authority
