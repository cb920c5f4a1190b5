INSERT INTO identity_party (name) VALUES ($name) RETURNING party_row
