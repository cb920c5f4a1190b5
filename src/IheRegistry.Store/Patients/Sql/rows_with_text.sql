-- Those of some records, a JSON array of rows, that have a text.
SELECT j.value
FROM json_each($rows) j
CROSS JOIN identity_search s ON s.kind = $kind AND s.text = $text AND s.record_row = j.value
