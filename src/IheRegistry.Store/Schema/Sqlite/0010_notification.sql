-- Persons of whom a consumer of PIX Update Notifications (ITI-10, ITI-46) is to be told. A row holds no message: what is sent is what is
-- known of the person when it is sent, so that there is one row for each consumer and person however often the person changes.
CREATE TABLE notification (
  notification_row INTEGER PRIMARY KEY AUTOINCREMENT,
  consumer    TEXT NOT NULL,
  person_row  INTEGER NOT NULL,
  -- How many changes it stands for: what has changed while it was being sent is sent again.
  generation  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  attempts    INTEGER NOT NULL,
  next_at     INTEGER NOT NULL,
  failure     TEXT,
  given_up_at INTEGER,
  reason      INTEGER
);
CREATE UNIQUE INDEX notification_by_person ON notification (consumer, person_row);
CREATE INDEX notification_waiting ON notification (consumer, next_at) WHERE given_up_at IS NULL;
CREATE INDEX notification_by_age ON notification (consumer, changed_at) WHERE given_up_at IS NULL;
CREATE INDEX notification_given_up ON notification (consumer, notification_row) WHERE given_up_at IS NOT NULL;

-- What waits and what was given up for each consumer: counted as it happens, since a feed cannot count a hundred thousand rows.
-- Lost are those given up that had to make room for others.
CREATE TABLE notification_backlog (
  consumer TEXT PRIMARY KEY,
  waiting  INTEGER NOT NULL,
  given_up INTEGER NOT NULL,
  lost     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER notification_added AFTER INSERT ON notification BEGIN
  INSERT INTO notification_backlog VALUES (NEW.consumer, NEW.given_up_at IS NULL, NEW.given_up_at IS NOT NULL, 0)
  ON CONFLICT (consumer) DO UPDATE SET waiting = waiting + excluded.waiting, given_up = given_up + excluded.given_up;
END;

CREATE TRIGGER notification_removed AFTER DELETE ON notification BEGIN
  UPDATE notification_backlog
  SET waiting = waiting - (OLD.given_up_at IS NULL), given_up = given_up - (OLD.given_up_at IS NOT NULL)
  WHERE consumer = OLD.consumer;
END;

CREATE TRIGGER notification_decided AFTER UPDATE OF given_up_at ON notification
WHEN (OLD.given_up_at IS NULL) <> (NEW.given_up_at IS NULL) BEGIN
  UPDATE notification_backlog
  SET waiting = waiting + (NEW.given_up_at IS NULL) - (OLD.given_up_at IS NULL),
      given_up = given_up + (NEW.given_up_at IS NOT NULL) - (OLD.given_up_at IS NOT NULL)
  WHERE consumer = NEW.consumer;
END;
