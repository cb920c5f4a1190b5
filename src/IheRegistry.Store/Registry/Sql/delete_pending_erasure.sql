DELETE FROM pending_erasure WHERE owner = $owner AND sha256 = $sha256
