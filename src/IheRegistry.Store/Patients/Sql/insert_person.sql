INSERT INTO identity_person (person_row, domain_row, epid, survivor_row) VALUES ($person_row, $domain_row, $epid, $person_row)
