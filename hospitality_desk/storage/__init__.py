"""The shared store: tables, transactions, guards and the chain.

One transaction a command, over everything. The journal (entries) is the truth; incidents and tasks are read off it
and can be rebuilt. Only this floor and the queries write SQL.
"""
