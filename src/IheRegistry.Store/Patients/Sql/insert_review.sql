INSERT INTO identity_review (state, kind, authority, id, persons, asked_at, explanation)
VALUES (1, $kind, $authority, $id, $persons, $asked_at, $explanation)
RETURNING review_row
