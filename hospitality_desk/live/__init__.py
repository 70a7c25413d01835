"""Hearing other windows and commands that work on the same store.

A doorbell only says that something was committed somewhere; the truth is the numbered feed, read after the last
number seen. May use storage; knows neither the desk nor Qt.
"""
