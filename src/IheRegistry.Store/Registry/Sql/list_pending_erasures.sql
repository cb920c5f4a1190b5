SELECT owner, sha256 FROM pending_erasure ORDER BY since
