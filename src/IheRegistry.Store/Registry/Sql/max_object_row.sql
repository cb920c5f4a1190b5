-- Rows of removed objects are never used again: the change log names objects by row.
SELECT max(
  coalesce((SELECT max(object_row) FROM entry_uuid), 0),
  coalesce((SELECT max(object_row) FROM removed_object), 0))
