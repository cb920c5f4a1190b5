-- A row when the DocumentEntry is the transformation (XFRM) of another one.
SELECT 1 FROM association WHERE source_row = $object_row AND type = 3 LIMIT 1
