-- What was assembled for an on-demand entry; before the entry itself, which it is found by.
DELETE FROM assembled_document WHERE entry_uuid = (SELECT uuid FROM entry_uuid WHERE object_row = $object_row)
