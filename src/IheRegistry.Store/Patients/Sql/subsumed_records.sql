SELECT record_row FROM identity_record WHERE subsumed_row = $record_row ORDER BY record_row
