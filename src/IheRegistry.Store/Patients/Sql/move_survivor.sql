UPDATE patient SET survivor_row = $surviving_row WHERE survivor_row = $subsumed_row
