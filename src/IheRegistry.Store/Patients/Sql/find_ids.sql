-- The person of a record, and the ids of all its records that are in use.
SELECT p.person_row, pd.authority, p.epid, r.subsumed_row IS NOT NULL, sd.authority, s.id
FROM identity_domain d
CROSS JOIN identity_record r ON r.id = $id AND r.domain_row = d.domain_row AND r.content_row IS NOT NULL
CROSS JOIN identity_person p ON p.person_row = r.person_row
LEFT JOIN identity_domain pd ON pd.domain_row = p.domain_row
CROSS JOIN identity_record s ON s.person_row = p.person_row AND s.subsumed_row IS NULL AND s.content_row IS NOT NULL
CROSS JOIN identity_domain sd ON sd.domain_row = s.domain_row
WHERE d.authority = $authority
ORDER BY s.record_row
