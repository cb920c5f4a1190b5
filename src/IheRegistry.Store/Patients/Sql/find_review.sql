SELECT review_row, state, kind, authority, id, persons, asked_at, explanation, decided_at, decided_by, comment, decision_event
FROM identity_review
WHERE review_row = $review_row
