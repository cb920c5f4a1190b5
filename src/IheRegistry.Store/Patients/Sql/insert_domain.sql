INSERT INTO identity_domain (authority) VALUES ($authority) RETURNING domain_row
