SELECT r.record_row, d.authority, r.id, r.person_row, p.name, s.id, r.content_row, r.first_seen, e.at, e.content
FROM identity_domain d
CROSS JOIN identity_record r ON r.id = $id AND r.domain_row = d.domain_row
CROSS JOIN identity_event e ON e.event_row = r.content_row
CROSS JOIN identity_party p ON p.party_row = e.source_row
LEFT JOIN identity_record s ON s.record_row = r.subsumed_row
WHERE d.authority = $authority
