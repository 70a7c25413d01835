"""What in a text could tell who it was: names, numbers, times, places, known to us or only looking like it."""
