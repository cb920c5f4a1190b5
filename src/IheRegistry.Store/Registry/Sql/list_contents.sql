SELECT owner, sha256, MAX(size)
FROM (
  -- The first thousand of both are among the first thousand of each.
  SELECT * FROM (
    SELECT owner, sha256, MAX(size) AS size FROM stored_document WHERE (owner, sha256) > ($owner, $sha256)
    GROUP BY owner, sha256 ORDER BY owner, sha256 LIMIT 1000)
  UNION ALL
  SELECT * FROM (
    SELECT owner, sha256, MAX(size) AS size FROM work_document WHERE (owner, sha256) > ($owner, $sha256)
    GROUP BY owner, sha256 ORDER BY owner, sha256 LIMIT 1000)
)
GROUP BY owner, sha256
ORDER BY owner, sha256
LIMIT 1000
