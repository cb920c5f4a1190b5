UPDATE work_item SET state = $state, decided_at = $decided_at, decided_by = $decided_by, decision = $decision
WHERE item_row = $item_row AND state = 1
