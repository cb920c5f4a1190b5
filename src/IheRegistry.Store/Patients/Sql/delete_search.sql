DELETE FROM identity_search WHERE kind = $kind AND text = $text AND record_row = $record_row
