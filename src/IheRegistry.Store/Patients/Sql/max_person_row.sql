SELECT coalesce(max(person_row), 0) FROM identity_person
