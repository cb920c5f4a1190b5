SELECT submitted_by, digest, warnings FROM work_item WHERE set_unique_id = $set_unique_id
