"""The quick log: one line, one key, it is on the board."""
