SELECT a.type, a.source_row, a.target_row, x.bytes
FROM association a JOIN fragment x ON x.object_row = a.object_row
WHERE a.object_row = $object_row
