INSERT INTO reference_id (object_row, reference_id) VALUES ($object_row, $reference_id)
ON CONFLICT DO NOTHING
