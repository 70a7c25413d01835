"""What things are and which rules hold: standard library only, no Qt, no SQL, no files.

(The one guest from outside is `phonenumbers`, a pure table of the world's numbering plans, in the quick line.)
"""
