-- The row of the newest version under a logicalID, or NULL.
SELECT coalesce(
  (SELECT object_row FROM document_entry WHERE logical_id = $logical_id ORDER BY version DESC LIMIT 1),
  (SELECT object_row FROM folder WHERE logical_id = $logical_id ORDER BY version DESC LIMIT 1))
