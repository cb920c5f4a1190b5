SELECT person_row FROM identity_record WHERE record_row = $record_row AND subsumed_row IS NULL AND content_row IS NOT NULL
