UPDATE identity_review
SET state = $state, decided_at = $decided_at, decided_by = $decided_by, comment = $comment, decision_event = $decision_event
WHERE review_row = $review_row AND state = 1
