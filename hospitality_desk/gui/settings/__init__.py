"""How this PC likes things, and what the desk is."""
