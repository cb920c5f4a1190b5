INSERT INTO legal_hold (unique_id, reason, placed_at, placed_by) VALUES ($unique_id, $reason, $placed_at, $placed_by)
ON CONFLICT DO NOTHING
