UPDATE folder SET last_update_time = $last_update_time WHERE object_row = $object_row
