-- Records by their rows, a JSON array, in its order.
SELECT r.record_row, d.authority, r.id, r.person_row, p.name, s.id, r.content_row, r.first_seen, e.at, e.content
FROM json_each($rows) j
CROSS JOIN identity_record r ON r.record_row = j.value
CROSS JOIN identity_domain d ON d.domain_row = r.domain_row
CROSS JOIN identity_event e ON e.event_row = r.content_row
CROSS JOIN identity_party p ON p.party_row = e.source_row
LEFT JOIN identity_record s ON s.record_row = r.subsumed_row
ORDER BY j.key
