SELECT record_row FROM identity_search WHERE kind = $kind AND text >= $from AND text < $to LIMIT $most
