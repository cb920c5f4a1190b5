SELECT reason, placed_at, placed_by FROM legal_hold WHERE unique_id = $unique_id
