UPDATE identity_person SET merged_row = $merged_row WHERE person_row = $person_row
