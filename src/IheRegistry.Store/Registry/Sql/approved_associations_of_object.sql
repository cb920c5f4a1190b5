-- Approved Associations at either end of which an object stands, in the order of registration.
SELECT object_row FROM association WHERE source_row = $object_row AND status = 1
UNION
SELECT object_row FROM association WHERE target_row = $object_row AND status = 1
ORDER BY object_row
