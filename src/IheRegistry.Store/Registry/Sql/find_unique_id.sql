SELECT kind, hash, size FROM unique_id WHERE unique_id = $unique_id
