INSERT INTO folder (object_row, uuid, logical_id, version, unique_id, patient_row, status, last_update_time)
VALUES ($object_row, $uuid, $logical_id, $version, $unique_id, $patient_row, 1, $last_update_time)
