SELECT EXISTS (
  SELECT 1
  FROM identity_record r
  CROSS JOIN identity_event e ON e.record_row = r.record_row AND e.kind = 7 AND e.undone = 0
  CROSS JOIN identity_record o ON o.record_row = e.other_record_row
  WHERE r.person_row = $person_row AND o.person_row = $other_person_row
)
