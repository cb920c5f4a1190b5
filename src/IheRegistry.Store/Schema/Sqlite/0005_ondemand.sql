-- The last document assembled for an on-demand entry, for callers who see the same: while its inputs stay the same it is the same
-- document, with the same uniqueId and time. snapshot_uuid is its stable DocumentEntry, where it was kept.
CREATE TABLE assembled_document (
  entry_uuid    BLOB NOT NULL,
  scope         TEXT NOT NULL,
  inputs        BLOB NOT NULL,
  unique_id     TEXT NOT NULL,
  sha256        BLOB NOT NULL,
  assembled_at  INTEGER NOT NULL,
  snapshot_uuid BLOB,
  PRIMARY KEY (entry_uuid, scope)
) WITHOUT ROWID;
