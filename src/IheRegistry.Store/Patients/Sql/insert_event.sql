INSERT INTO identity_event (event_row, kind, undone, at, by_row, decision_row, record_row, other_record_row, person_row, other_person_row,
  undoes_row, source_row, content, keys, message, explanation)
VALUES ($event_row, $kind, 0, $at, $by_row, $decision_row, $record_row, $other_record_row, $person_row, $other_person_row,
  $undoes_row, $source_row, $content, $keys, $message, $explanation)
