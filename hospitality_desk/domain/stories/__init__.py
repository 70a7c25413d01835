"""A story for training: new text drawn from a settled problem, or written freely, with nobody's name in it."""
