DELETE FROM work_document WHERE item_row = $item_row
