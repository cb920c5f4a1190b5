SELECT coalesce(max(object_row), 0) FROM entry_uuid
