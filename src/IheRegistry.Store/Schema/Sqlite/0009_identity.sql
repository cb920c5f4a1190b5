-- Who is who: a ledger of events (feeds, links, merges, moves, undos) and the cross-reference that those not undone come to.
-- All but identity_event is derived from it, and can be built anew.

-- Names that many rows share.
CREATE TABLE identity_domain (
  domain_row INTEGER PRIMARY KEY,
  authority  TEXT NOT NULL UNIQUE
);
CREATE TABLE identity_party (
  party_row INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE
);

-- Each row asserts one thing. A decision may need several: the further ones name the first as decision_row, and are undone with it.
-- Kinds: 1 introduced, 2 fed, 3 linked, 4 moved, 5 record merged, 6 person merged, 7 kept apart, 8 entries moved, 9 undone.
CREATE TABLE identity_event (
  event_row        INTEGER PRIMARY KEY,
  kind             INTEGER NOT NULL,
  undone           INTEGER NOT NULL,
  at               INTEGER NOT NULL,
  by_row           INTEGER NOT NULL,
  decision_row     INTEGER,
  record_row       INTEGER,
  other_record_row INTEGER,
  person_row       INTEGER,
  other_person_row INTEGER,
  undoes_row       INTEGER,
  -- Of a feed: who sent it, what the record says since then, and the keys by which it is found.
  source_row       INTEGER,
  content          BLOB,
  keys             BLOB,
  message          TEXT NOT NULL,
  explanation      TEXT NOT NULL
);
CREATE INDEX identity_event_by_record ON identity_event (record_row, kind, event_row) WHERE record_row IS NOT NULL;
CREATE INDEX identity_event_by_person ON identity_event (person_row, kind, event_row) WHERE person_row IS NOT NULL;
CREATE INDEX identity_event_by_other_record ON identity_event (other_record_row, event_row) WHERE other_record_row IS NOT NULL;
CREATE INDEX identity_event_by_other_person ON identity_event (other_person_row, event_row) WHERE other_person_row IS NOT NULL;
CREATE INDEX identity_event_by_decision ON identity_event (decision_row) WHERE decision_row IS NOT NULL;
CREATE INDEX identity_event_by_undone ON identity_event (undoes_row) WHERE undoes_row IS NOT NULL;

CREATE TABLE identity_person (
  person_row   INTEGER PRIMARY KEY,
  domain_row   INTEGER,
  epid         TEXT,
  -- The person it was merged into, and the one that stands for all of them: itself where it was not merged.
  merged_row   INTEGER,
  survivor_row INTEGER NOT NULL
);
CREATE UNIQUE INDEX identity_person_by_epid ON identity_person (epid, domain_row) WHERE epid IS NOT NULL;
CREATE INDEX identity_person_by_merged ON identity_person (merged_row) WHERE merged_row IS NOT NULL;

CREATE TABLE identity_record (
  record_row   INTEGER PRIMARY KEY,
  domain_row   INTEGER NOT NULL,
  id           TEXT NOT NULL,
  -- Whose it is: the surviving person of where it was last put; the person of the record that it was merged into.
  person_row   INTEGER,
  member_row   INTEGER,
  subsumed_row INTEGER,
  -- The feed that holds what it says; none where all were undone, and the record is not known then.
  content_row  INTEGER,
  first_seen   INTEGER NOT NULL
);
CREATE UNIQUE INDEX identity_record_by_id ON identity_record (id, domain_row);
CREATE INDEX identity_record_by_person ON identity_record (person_row);
CREATE INDEX identity_record_by_subsumed ON identity_record (subsumed_row) WHERE subsumed_row IS NOT NULL;

-- How records are found: by hashes of what they share with others, by identifiers of other domains they name, and by texts.
CREATE TABLE identity_block (
  key        INTEGER NOT NULL,
  record_row INTEGER NOT NULL,
  PRIMARY KEY (key, record_row)
) WITHOUT ROWID;
CREATE TABLE identity_reference (
  key        INTEGER NOT NULL,
  record_row INTEGER NOT NULL,
  PRIMARY KEY (key, record_row)
) WITHOUT ROWID;
CREATE TABLE identity_search (
  kind       INTEGER NOT NULL,
  text       TEXT NOT NULL,
  record_row INTEGER NOT NULL,
  PRIMARY KEY (kind, text, record_row)
) WITHOUT ROWID;

-- Questions for a steward. States: 1 waiting, 2 linked, 3 rejected, 4 closed.
CREATE TABLE identity_review (
  review_row     INTEGER PRIMARY KEY,
  state          INTEGER NOT NULL,
  kind           INTEGER NOT NULL,
  authority      TEXT NOT NULL,
  id             TEXT NOT NULL,
  persons        TEXT NOT NULL,
  asked_at       INTEGER NOT NULL,
  explanation    TEXT NOT NULL,
  decided_at     INTEGER,
  decided_by     TEXT,
  comment        TEXT,
  decision_event INTEGER
);
CREATE INDEX identity_review_by_state ON identity_review (state, review_row);
CREATE INDEX identity_review_waiting ON identity_review (id, authority, kind) WHERE state = 1;

-- What of the registry an event moved (ITI-64), so that its undo moves back exactly that: of an association its status, else its patient.
CREATE TABLE identity_moved_object (
  event_row  INTEGER NOT NULL,
  object_row INTEGER NOT NULL,
  was        INTEGER NOT NULL,
  became     INTEGER NOT NULL,
  PRIMARY KEY (event_row, object_row)
) WITHOUT ROWID;

-- The registry's links follow the ledger, and are undone with it: the latest that is not holds.
ALTER TABLE patient_link ADD COLUMN event_row INTEGER;
ALTER TABLE patient_link ADD COLUMN undone_at INTEGER;
ALTER TABLE patient_link ADD COLUMN undone_by TEXT;
CREATE INDEX patient_link_by_subsumed ON patient_link (subsumed_row);
CREATE INDEX patient_link_by_surviving ON patient_link (surviving_row);
CREATE INDEX patient_link_by_event ON patient_link (event_row) WHERE event_row IS NOT NULL;

-- sourcePatientId, which an XAD-PID change goes by. What was registered before has it in its fragment only.
ALTER TABLE document_entry ADD COLUMN source_patient_id TEXT;
UPDATE document_entry SET source_patient_id = (
  SELECT replace(CAST(substr(value, 1, instr(value, CAST('<' AS BLOB)) - 1) AS TEXT), '&amp;', '&')
  FROM (
    SELECT substr(slot, instr(slot, CAST('<rim:Value>' AS BLOB)) + 11) AS value
    FROM (
      SELECT substr(bytes, instr(bytes, CAST('name="sourcePatientId"' AS BLOB))) AS slot
      FROM fragment
      WHERE fragment.object_row = document_entry.object_row AND instr(bytes, CAST('name="sourcePatientId"' AS BLOB)) > 0
    )
  )
);
