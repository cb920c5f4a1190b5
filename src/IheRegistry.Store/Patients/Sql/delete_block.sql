DELETE FROM identity_block WHERE key = $key AND record_row = $record_row
