"""One problem: its header, what happened, its tasks, and the line to add to it."""
