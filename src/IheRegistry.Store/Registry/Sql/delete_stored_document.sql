DELETE FROM stored_document WHERE unique_id = $unique_id
