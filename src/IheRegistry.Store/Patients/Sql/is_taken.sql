-- An id that is known in an authority, by whatever way it came.
SELECT EXISTS (SELECT 1 FROM patient WHERE authority = $authority AND id = $id)
  OR EXISTS (
    SELECT 1 FROM identity_domain d CROSS JOIN identity_record r ON r.id = $id AND r.domain_row = d.domain_row WHERE d.authority = $authority)
