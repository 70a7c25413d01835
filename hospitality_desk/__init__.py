"""Hospitality Desk: log a guest's problem, mend it together, tell the guest what we know.

The floors, imports only going down:
gui | cli            faces: a window, a command line
desk                 the counter: do(command), ask(query); opens and closes everything
station              this machine's own memory: drafts and preferences
commands | queries   the one door for change | the reading side
storage              tables, transactions, guards, the chain
domain               what things are, which rules hold
errors logs paths words   small common ground
"""

__version__ = "0.1.0"
