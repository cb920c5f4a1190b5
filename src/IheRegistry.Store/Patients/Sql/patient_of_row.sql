SELECT authority, id FROM patient WHERE patient_row = $patient_row
