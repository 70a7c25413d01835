"""The command line: the second face of the desk, one file a noun, without Qt."""
