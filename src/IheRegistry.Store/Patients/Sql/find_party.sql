SELECT party_row FROM identity_party WHERE name = $name
