"""How a story is drawn from a settled problem: its notes in scenes, its marks in minutes, nobody's name left."""
