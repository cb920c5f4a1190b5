SELECT unique_id, reason, placed_at, placed_by FROM legal_hold ORDER BY unique_id
