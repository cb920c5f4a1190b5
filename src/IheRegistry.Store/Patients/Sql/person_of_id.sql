SELECT r.person_row, r.record_row
FROM identity_domain d
CROSS JOIN identity_record r ON r.id = $id AND r.domain_row = d.domain_row AND r.content_row IS NOT NULL
WHERE d.authority = $authority
