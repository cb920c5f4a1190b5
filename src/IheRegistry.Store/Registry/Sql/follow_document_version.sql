-- What the repository knows of a document for audit and policy follows the newest version of its DocumentEntry.
UPDATE stored_document SET patient_id = $patient_id, entry_uuid = $entry_uuid, confidentiality_code = $confidentiality_code
WHERE unique_id = $unique_id AND entry_uuid = $superseded_uuid
