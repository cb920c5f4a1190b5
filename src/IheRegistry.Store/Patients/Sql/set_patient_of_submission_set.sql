UPDATE submission_set SET patient_row = $patient_row WHERE object_row = $object_row
