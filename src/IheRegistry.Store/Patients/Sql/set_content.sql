UPDATE identity_record SET content_row = $content_row WHERE record_row = $record_row
