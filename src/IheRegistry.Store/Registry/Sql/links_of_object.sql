-- Associations of any status at either end of which an object stands, and the object itself where it is one.
WITH link (object_row) AS (
  SELECT object_row FROM association WHERE source_row = $object_row
  UNION
  SELECT object_row FROM association WHERE target_row = $object_row
  UNION
  SELECT object_row FROM association WHERE object_row = $object_row
)
SELECT a.uuid, a.type, s.uuid, s.kind, t.uuid, t.kind
FROM link
JOIN association a ON a.object_row = link.object_row
JOIN entry_uuid s ON s.object_row = a.source_row
JOIN entry_uuid t ON t.object_row = a.target_row
ORDER BY a.object_row
