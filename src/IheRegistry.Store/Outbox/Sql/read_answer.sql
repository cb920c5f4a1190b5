SELECT body FROM outbox WHERE answer_row = $answer_row
