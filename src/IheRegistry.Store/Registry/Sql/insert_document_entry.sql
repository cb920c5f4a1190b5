INSERT INTO document_entry (object_row, uuid, logical_id, version, unique_id, patient_row, status, on_demand, offline,
  class_code, type_code, format_code, facility_code, practice_code, creation_time, service_start_time, service_stop_time,
  title, repository_unique_id, source_patient_id)
VALUES ($object_row, $uuid, $logical_id, $version, $unique_id, $patient_row, 1, $on_demand, $offline,
  $class_code, $type_code, $format_code, $facility_code, $practice_code, $creation_time, $service_start_time, $service_stop_time,
  $title, $repository_unique_id, $source_patient_id)
