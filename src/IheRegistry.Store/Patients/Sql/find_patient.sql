SELECT patient_row, survivor_row FROM patient WHERE authority = $authority AND id = $id
