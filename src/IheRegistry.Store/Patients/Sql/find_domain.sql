SELECT domain_row FROM identity_domain WHERE authority = $authority
