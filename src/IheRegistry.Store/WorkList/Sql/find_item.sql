SELECT item_row, set_unique_id, received_at, source_id, patient_id, limited, state, decided_at, decided_by, decision, metadata
FROM work_item
WHERE item_row = $item_row
