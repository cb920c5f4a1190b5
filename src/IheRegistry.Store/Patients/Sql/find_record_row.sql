SELECT r.record_row, r.domain_row, r.person_row, r.member_row, r.subsumed_row, r.content_row, r.id, d.authority
FROM identity_domain d
CROSS JOIN identity_record r ON r.id = $id AND r.domain_row = d.domain_row
WHERE d.authority = $authority
