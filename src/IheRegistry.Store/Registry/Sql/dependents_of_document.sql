-- Approved transformations and addenda of a DocumentEntry, and of those, and so on. CROSS JOIN keeps the order: what is found leads to the entries.
WITH RECURSIVE dependent (object_row) AS (
  SELECT a.source_row FROM association a WHERE a.target_row = $object_row AND a.type IN (3, 4) AND a.status = 1
  UNION
  SELECT a.source_row FROM dependent JOIN association a ON a.target_row = dependent.object_row AND a.type IN (3, 4) AND a.status = 1
)
SELECT d.object_row, d.uuid, d.patient_row, d.on_demand
FROM dependent CROSS JOIN document_entry d ON d.object_row = dependent.object_row
WHERE d.status = 1
ORDER BY d.object_row
