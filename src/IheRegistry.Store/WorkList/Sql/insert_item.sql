INSERT INTO work_item (set_unique_id, submitted_by, digest, warnings, received_at, source_id, patient_id, limited, metadata, state)
VALUES ($set_unique_id, $submitted_by, $digest, $warnings, $received_at, $source_id, $patient_id, $limited, $metadata, 1)
RETURNING item_row
