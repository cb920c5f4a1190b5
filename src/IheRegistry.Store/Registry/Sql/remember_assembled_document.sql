INSERT INTO assembled_document (entry_uuid, scope, inputs, unique_id, sha256, assembled_at, snapshot_uuid)
VALUES ($entry_uuid, $scope, $inputs, $unique_id, $sha256, $assembled_at, $snapshot_uuid)
ON CONFLICT (entry_uuid, scope) DO UPDATE SET inputs = excluded.inputs, unique_id = excluded.unique_id, sha256 = excluded.sha256,
  assembled_at = excluded.assembled_at, snapshot_uuid = excluded.snapshot_uuid
