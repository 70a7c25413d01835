"""This PC's own memory, apart from the shared store: drafts as typed, and preferences."""
