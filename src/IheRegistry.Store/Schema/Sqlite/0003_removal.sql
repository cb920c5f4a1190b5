-- Removal of metadata (ITI-62) and of documents (ITI-86).

-- The ids of what the change log calls removed, and nothing of what it said.
CREATE TABLE removed_object (
  object_row  INTEGER PRIMARY KEY,
  uuid        BLOB NOT NULL,
  kind        INTEGER NOT NULL,
  logical_id  BLOB NOT NULL,
  version     INTEGER NOT NULL,
  unique_id   TEXT,
  patient_row INTEGER
);
CREATE INDEX removed_object_by_logical_id ON removed_object (logical_id);

-- Content whose rows were removed and whose bytes are still to be erased: written with the removal, deleted when they are gone.
CREATE TABLE pending_erasure (
  owner  TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  since  INTEGER NOT NULL,
  PRIMARY KEY (owner, sha256)
) WITHOUT ROWID;

-- Documents that must not be removed, by uniqueId.
CREATE TABLE legal_hold (
  unique_id TEXT PRIMARY KEY,
  reason    TEXT NOT NULL,
  placed_at INTEGER NOT NULL,
  placed_by TEXT NOT NULL
) WITHOUT ROWID;
