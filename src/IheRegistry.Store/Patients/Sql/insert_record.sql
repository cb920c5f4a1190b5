INSERT INTO identity_record (record_row, domain_row, id, person_row, member_row, content_row, first_seen)
VALUES ($record_row, $domain_row, $id, $person_row, $member_row, $content_row, $first_seen)
