-- Answers to requests whose wsa:ReplyTo or wsa:FaultTo names an address (ITI TF-2 V.5), until they are delivered there.
-- A small body is in the row, a large one in the file of that name in the outbox folder. What was given up keeps neither.
CREATE TABLE outbox (
  answer_row   INTEGER PRIMARY KEY AUTOINCREMENT,
  transaction_number TEXT NOT NULL,
  endpoint     TEXT NOT NULL,
  relates_to   TEXT NOT NULL,
  address      TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size         INTEGER NOT NULL,
  body         BLOB,
  file         TEXT,
  kept_at      INTEGER NOT NULL,
  deadline     INTEGER NOT NULL,
  attempts     INTEGER NOT NULL,
  next_at      INTEGER NOT NULL,
  failure      TEXT,
  given_up_at  INTEGER
);
CREATE INDEX outbox_by_state ON outbox (given_up_at, next_at);
