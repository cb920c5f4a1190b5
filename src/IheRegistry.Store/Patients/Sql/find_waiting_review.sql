SELECT review_row FROM identity_review
WHERE state = 1 AND id = $id AND authority = $authority AND kind = $kind AND persons = $persons
