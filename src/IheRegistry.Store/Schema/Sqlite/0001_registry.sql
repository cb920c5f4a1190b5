-- The Document Registry and Document Repository.
-- Times of the metadata are integers yyyymmddhhmmss (UTC, padded with the earliest value);
-- instants of the server are Unix milliseconds. Codes are 'code^^scheme', as the queries give them.

-- Patient identifiers that a Patient Identity Feed made known. A merge (ADT^A40) moves survivor_row only:
-- no entry is rewritten, and the merge can be undone.
CREATE TABLE patient (
  patient_row  INTEGER PRIMARY KEY,
  authority    TEXT NOT NULL,
  id           TEXT NOT NULL,
  survivor_row INTEGER NOT NULL,
  known_since  INTEGER NOT NULL,
  UNIQUE (authority, id)
);
CREATE INDEX patient_by_survivor ON patient (survivor_row);

-- The ledger of merges, in order.
CREATE TABLE patient_link (
  link_row      INTEGER PRIMARY KEY,
  subsumed_row  INTEGER NOT NULL,
  surviving_row INTEGER NOT NULL,
  linked_at     INTEGER NOT NULL,
  linked_by     TEXT NOT NULL
);

-- Every object of the registry: allots object_row and keeps entryUUIDs unique.
CREATE TABLE entry_uuid (
  object_row INTEGER PRIMARY KEY,
  uuid       BLOB NOT NULL UNIQUE,
  kind       INTEGER NOT NULL
);

-- uniqueIds. A DocumentEntry may come again under its uniqueId with the same hash and size.
CREATE TABLE unique_id (
  unique_id  TEXT PRIMARY KEY,
  kind       INTEGER NOT NULL,
  object_row INTEGER NOT NULL,
  hash       TEXT,
  size       INTEGER
) WITHOUT ROWID;

-- What was submitted, as a ready ebRIM fragment with its cut points. Never updated.
CREATE TABLE fragment (
  object_row INTEGER PRIMARY KEY,
  bytes      BLOB NOT NULL
);

CREATE TABLE document_entry (
  object_row           INTEGER PRIMARY KEY,
  uuid                 BLOB NOT NULL,
  logical_id           BLOB NOT NULL,
  version              INTEGER NOT NULL,
  unique_id            TEXT NOT NULL,
  patient_row          INTEGER NOT NULL,
  status               INTEGER NOT NULL,
  on_demand            INTEGER NOT NULL,
  offline              INTEGER NOT NULL,
  class_code           TEXT,
  type_code            TEXT,
  format_code          TEXT,
  facility_code        TEXT,
  practice_code        TEXT,
  creation_time        INTEGER,
  service_start_time   INTEGER,
  service_stop_time    INTEGER,
  title                TEXT,
  repository_unique_id TEXT
);
CREATE INDEX document_entry_by_patient ON document_entry (patient_row, status, creation_time);
CREATE INDEX document_entry_by_unique_id ON document_entry (unique_id);
CREATE INDEX document_entry_by_logical_id ON document_entry (logical_id);

CREATE TABLE submission_set (
  object_row        INTEGER PRIMARY KEY,
  uuid              BLOB NOT NULL,
  unique_id         TEXT NOT NULL,
  patient_row       INTEGER NOT NULL,
  status            INTEGER NOT NULL,
  source_id         TEXT NOT NULL,
  submission_time   INTEGER NOT NULL,
  content_type_code TEXT,
  -- To recognise a retry: who sent it, SHA-256 over what was sent, and the warnings of the first answer.
  submitted_by      TEXT NOT NULL,
  digest            BLOB NOT NULL,
  warnings          TEXT
);
CREATE INDEX submission_set_by_patient ON submission_set (patient_row, status, submission_time);

CREATE TABLE folder (
  object_row       INTEGER PRIMARY KEY,
  uuid             BLOB NOT NULL,
  logical_id       BLOB NOT NULL,
  version          INTEGER NOT NULL,
  unique_id        TEXT NOT NULL,
  patient_row      INTEGER NOT NULL,
  status           INTEGER NOT NULL,
  last_update_time INTEGER NOT NULL
);
CREATE INDEX folder_by_patient ON folder (patient_row, status, last_update_time);
CREATE INDEX folder_by_unique_id ON folder (unique_id);
CREATE INDEX folder_by_logical_id ON folder (logical_id);

CREATE TABLE association (
  object_row INTEGER PRIMARY KEY,
  uuid       BLOB NOT NULL,
  type       INTEGER NOT NULL,
  source_row INTEGER NOT NULL,
  target_row INTEGER NOT NULL,
  status     INTEGER NOT NULL,
  original   INTEGER
);
CREATE INDEX association_by_source ON association (source_row, type);
CREATE INDEX association_by_target ON association (target_row, type);

-- Coded attributes that may have several values: 1 confidentialityCode, 2 eventCodeList, 3 Folder.codeList.
CREATE TABLE object_code (
  object_row INTEGER NOT NULL,
  attribute  INTEGER NOT NULL,
  code       TEXT NOT NULL,
  PRIMARY KEY (object_row, attribute, code)
) WITHOUT ROWID;

CREATE TABLE author_person (
  object_row INTEGER NOT NULL,
  person     TEXT NOT NULL,
  PRIMARY KEY (object_row, person)
) WITHOUT ROWID;

CREATE TABLE reference_id (
  object_row   INTEGER NOT NULL,
  reference_id TEXT NOT NULL,
  PRIMARY KEY (object_row, reference_id)
) WITHOUT ROWID;

-- What the repository holds: one row for each DocumentEntry, bytes shared within one owner.
-- ITI-43 names no patient, so what its audit and policy need is kept here.
CREATE TABLE stored_document (
  document_row         INTEGER PRIMARY KEY,
  unique_id            TEXT NOT NULL,
  owner                TEXT NOT NULL,
  sha256               BLOB NOT NULL,
  sha1                 BLOB NOT NULL,
  size                 INTEGER NOT NULL,
  mime_type            TEXT NOT NULL,
  patient_id           TEXT NOT NULL,
  entry_uuid           BLOB NOT NULL,
  confidentiality_code TEXT NOT NULL,
  stored_at            INTEGER NOT NULL
);
CREATE INDEX stored_document_by_unique_id ON stored_document (unique_id);
CREATE INDEX stored_document_by_content ON stored_document (owner, sha256);

-- Every committed change, in order: history, notifications and outboxes read it.
CREATE TABLE change_log (
  sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
  changed_at INTEGER NOT NULL,
  action     INTEGER NOT NULL,
  object_row INTEGER NOT NULL,
  changed_by TEXT NOT NULL
);

-- The audit trail: committed together with the change that an event describes.
CREATE TABLE audit_event (
  sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
  occurred_at INTEGER NOT NULL,
  event_id    TEXT NOT NULL,
  event_type  TEXT,
  action      TEXT NOT NULL,
  outcome     INTEGER NOT NULL,
  message     BLOB NOT NULL
);
CREATE INDEX audit_event_by_time ON audit_event (occurred_at);
