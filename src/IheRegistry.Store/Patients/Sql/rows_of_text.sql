SELECT record_row FROM identity_search WHERE kind = $kind AND text = $text LIMIT $most
