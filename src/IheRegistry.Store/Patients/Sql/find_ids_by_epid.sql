-- The same by an EPID; a person may have no records, whose row has no id then.
SELECT p.person_row, pd.authority, p.epid, p.person_row <> e.person_row, sd.authority, s.id
FROM identity_domain d
CROSS JOIN identity_person e ON e.epid = $id AND e.domain_row = d.domain_row
CROSS JOIN identity_person p ON p.person_row = e.survivor_row
LEFT JOIN identity_domain pd ON pd.domain_row = p.domain_row
LEFT JOIN identity_record s ON s.person_row = p.person_row AND s.subsumed_row IS NULL AND s.content_row IS NOT NULL
LEFT JOIN identity_domain sd ON sd.domain_row = s.domain_row
WHERE d.authority = $authority
ORDER BY s.record_row
