SELECT r.record_row, d.authority, r.id, r.person_row, p.name, s.id, r.content_row, r.first_seen, e.at, e.content
FROM identity_record r
CROSS JOIN identity_domain d ON d.domain_row = r.domain_row
CROSS JOIN identity_event e ON e.event_row = r.content_row
CROSS JOIN identity_party p ON p.party_row = e.source_row
LEFT JOIN identity_record s ON s.record_row = r.subsumed_row
WHERE r.record_row = $record_row
