SELECT r.record_row, r.domain_row, r.person_row, r.member_row, r.subsumed_row, r.content_row, r.id, d.authority
FROM identity_record r
CROSS JOIN identity_domain d ON d.domain_row = r.domain_row
WHERE r.record_row = $record_row
