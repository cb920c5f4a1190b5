DELETE FROM legal_hold WHERE unique_id = $unique_id
