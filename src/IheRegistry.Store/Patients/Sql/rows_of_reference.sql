SELECT record_row FROM identity_reference WHERE key = $key LIMIT $most
