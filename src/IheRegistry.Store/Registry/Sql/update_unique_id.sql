-- A new version of a DocumentEntry may describe other bytes: a resubmission is held against the newest.
UPDATE unique_id SET hash = $hash, size = $size WHERE unique_id = $unique_id AND kind = 1
