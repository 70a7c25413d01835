"""The one door for change.

Every change is a small frozen command. Its handler, registered beside it, runs inside one transaction: it reads
what stands, asks the domain whether it may, appends to the timeline and returns the news. Nothing else writes.
"""
