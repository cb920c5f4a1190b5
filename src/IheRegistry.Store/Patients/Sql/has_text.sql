SELECT EXISTS (SELECT 1 FROM identity_search WHERE kind = $kind AND text = $text AND record_row = $record_row)
