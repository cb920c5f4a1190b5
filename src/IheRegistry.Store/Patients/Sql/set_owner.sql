UPDATE identity_record SET person_row = $person_row WHERE record_row = $record_row
