INSERT INTO author_person (object_row, person) VALUES ($object_row, $person)
ON CONFLICT DO NOTHING
