SELECT p.person_row
FROM identity_domain d
CROSS JOIN identity_person p ON p.epid = $epid AND p.domain_row = d.domain_row
WHERE d.authority = $authority
