DELETE FROM identity_reference WHERE key = $key AND record_row = $record_row
