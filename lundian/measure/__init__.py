"""Tables to tables. Knows no file, no font and no article format."""
