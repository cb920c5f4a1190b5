-- The document assembled for an on-demand entry whose snapshot, or the bytes of it, are removed.
DELETE FROM assembled_document WHERE snapshot_uuid = $snapshot_uuid
