SELECT 1 FROM stored_document WHERE owner = $owner AND sha256 = $sha256
UNION ALL
SELECT 1 FROM work_document WHERE owner = $owner AND sha256 = $sha256
LIMIT 1
