UPDATE patient_link SET undone_at = $undone_at, undone_by = $undone_by WHERE link_row = $link_row
