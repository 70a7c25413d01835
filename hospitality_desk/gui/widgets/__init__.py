"""Small things that several screens show, one to a file."""
