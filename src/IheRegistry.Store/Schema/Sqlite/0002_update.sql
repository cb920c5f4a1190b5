-- Metadata update (ITI-57, ITI-92) and the history of objects.

-- What a change of status made of it, and which SubmissionSet asked for a change.
ALTER TABLE change_log ADD COLUMN status INTEGER;
ALTER TABLE change_log ADD COLUMN submission_row INTEGER;

-- The newest version is one step away, however many there are.
DROP INDEX document_entry_by_logical_id;
CREATE INDEX document_entry_by_logical_id ON document_entry (logical_id, version);
DROP INDEX folder_by_logical_id;
CREATE INDEX folder_by_logical_id ON folder (logical_id, version);

CREATE INDEX change_log_by_object ON change_log (object_row);
