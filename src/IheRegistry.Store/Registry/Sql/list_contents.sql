SELECT owner, sha256, MAX(size)
FROM stored_document
WHERE (owner, sha256) > ($owner, $sha256)
GROUP BY owner, sha256
ORDER BY owner, sha256
LIMIT 1000
