-- A snapshot that was removed is remembered no more: the next retrieval of its on-demand entry assembles anew.
CREATE INDEX assembled_document_by_snapshot ON assembled_document (snapshot_uuid) WHERE snapshot_uuid IS NOT NULL;
