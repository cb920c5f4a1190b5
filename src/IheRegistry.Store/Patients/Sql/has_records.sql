SELECT EXISTS (SELECT 1 FROM identity_record WHERE person_row = $person_row AND content_row IS NOT NULL)
