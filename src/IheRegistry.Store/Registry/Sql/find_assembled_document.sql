SELECT inputs, unique_id, sha256, assembled_at, snapshot_uuid FROM assembled_document WHERE entry_uuid = $entry_uuid AND scope = $scope
