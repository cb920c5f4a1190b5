-- The rows of all versions under a logicalID, oldest first.
SELECT object_row, version FROM document_entry WHERE logical_id = $logical_id
UNION ALL
SELECT object_row, version FROM folder WHERE logical_id = $logical_id
ORDER BY version
