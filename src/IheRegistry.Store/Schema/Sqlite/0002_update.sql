-- Metadata update (ITI-57, ITI-92) and the history of objects.

-- What a change of status made of it, and which SubmissionSet asked for a change.
ALTER TABLE change_log ADD COLUMN status INTEGER;
ALTER TABLE change_log ADD COLUMN submission_row INTEGER;

CREATE INDEX change_log_by_object ON change_log (object_row);
