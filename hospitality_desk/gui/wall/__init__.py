"""The open problems for a screen that is read from across the room."""
