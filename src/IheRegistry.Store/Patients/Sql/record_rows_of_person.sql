SELECT record_row FROM identity_record WHERE person_row = $person_row ORDER BY record_row
