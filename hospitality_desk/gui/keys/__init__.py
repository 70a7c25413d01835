"""Every key the desk has, on one sheet."""
