SELECT bytes FROM fragment WHERE object_row = $object_row
