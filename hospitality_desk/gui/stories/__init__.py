"""The stories of the house: the list of them, and the desk on which one is written until nobody can be known in it."""
