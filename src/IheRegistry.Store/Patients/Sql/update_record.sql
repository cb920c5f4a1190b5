UPDATE identity_record
SET member_row = $member_row, subsumed_row = $subsumed_row, content_row = $content_row, first_seen = $first_seen
WHERE record_row = $record_row
