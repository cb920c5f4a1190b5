SELECT review_row, state, kind, authority, id, persons, asked_at, explanation, decided_at, decided_by, comment, decision_event
FROM identity_review
WHERE state = $state AND review_row > $after
ORDER BY review_row LIMIT $most
