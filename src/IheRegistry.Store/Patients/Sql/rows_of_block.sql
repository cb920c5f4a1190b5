SELECT record_row FROM identity_block WHERE key = $key LIMIT $most
