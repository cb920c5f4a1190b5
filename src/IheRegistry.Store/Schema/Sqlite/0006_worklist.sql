-- Submissions to the Document Recipient (ITI TF-1 15) that wait for a person to say whose they are.
-- State: 1 waiting, 2 registered, 3 rejected.
CREATE TABLE work_item (
  item_row      INTEGER PRIMARY KEY AUTOINCREMENT,
  set_unique_id TEXT NOT NULL UNIQUE,
  -- To recognise a retry: who sent it, SHA-256 over what was sent, and the warnings of the first answer.
  submitted_by  TEXT NOT NULL,
  digest        BLOB NOT NULL,
  warnings      TEXT,
  received_at   INTEGER NOT NULL,
  source_id     TEXT,
  patient_id    TEXT,
  limited       INTEGER NOT NULL,
  metadata      BLOB NOT NULL,
  state         INTEGER NOT NULL,
  decided_at    INTEGER,
  decided_by    TEXT,
  decision      TEXT
);
CREATE INDEX work_item_by_state ON work_item (state, item_row);

-- The documents of an item that waits: they keep their bytes from being swept.
CREATE TABLE work_document (
  item_row  INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  entry_id  TEXT NOT NULL,
  unique_id TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  owner     TEXT NOT NULL,
  sha256    BLOB NOT NULL,
  size      INTEGER NOT NULL,
  PRIMARY KEY (item_row, position)
) WITHOUT ROWID;
CREATE INDEX work_document_by_content ON work_document (owner, sha256);
