"""Tools that look at a window as a person does: by what is painted, where, and whether all of it can be read."""
