SELECT coalesce(max(record_row), 0) FROM identity_record
