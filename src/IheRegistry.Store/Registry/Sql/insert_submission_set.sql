INSERT INTO submission_set (object_row, uuid, unique_id, patient_row, status, source_id, submission_time, content_type_code,
  submitted_by, digest, warnings)
VALUES ($object_row, $uuid, $unique_id, $patient_row, 1, $source_id, $submission_time, $content_type_code,
  $submitted_by, $digest, $warnings)
