-- Only content that no row refers to any more.
INSERT INTO pending_erasure (owner, sha256, since)
SELECT $owner, $sha256, $since
WHERE NOT EXISTS (SELECT 1 FROM stored_document WHERE owner = $owner AND sha256 = $sha256)
ON CONFLICT DO NOTHING
