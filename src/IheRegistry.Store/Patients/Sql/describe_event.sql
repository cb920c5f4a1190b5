SELECT e.event_row, e.kind, e.undone, e.at, p.name, e.message, e.explanation, e.decision_row,
  rd.authority, r.id, od.authority, o.id, e.person_row, nd.authority, n.epid, e.other_person_row, sd.authority, s.epid, e.undoes_row
FROM identity_event e
CROSS JOIN identity_party p ON p.party_row = e.by_row
LEFT JOIN identity_record r ON r.record_row = e.record_row
LEFT JOIN identity_domain rd ON rd.domain_row = r.domain_row
LEFT JOIN identity_record o ON o.record_row = e.other_record_row
LEFT JOIN identity_domain od ON od.domain_row = o.domain_row
LEFT JOIN identity_person n ON n.person_row = e.person_row
LEFT JOIN identity_domain nd ON nd.domain_row = n.domain_row
LEFT JOIN identity_person s ON s.person_row = e.other_person_row
LEFT JOIN identity_domain sd ON sd.domain_row = s.domain_row
WHERE e.event_row = $event_row
