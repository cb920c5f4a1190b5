SELECT coalesce(max(patient_row), 0) FROM patient
