INSERT INTO notification (consumer, person_row, generation, changed_at, attempts, next_at, failure, given_up_at, reason)
VALUES ($consumer, $person_row, 1, $changed_at, 0, $changed_at, $failure, $given_up_at, $reason)
