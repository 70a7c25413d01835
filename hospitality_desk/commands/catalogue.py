"""Every room of commands, gathered so that the catalogue is whole wherever a desk is open."""

from hospitality_desk.commands import adding, imports, incidents, staff, stories, tasks, timeline, tries
from hospitality_desk.commands.base import CATALOGUE

ROOMS = (incidents, adding, timeline, tasks, tries, staff, imports, stories)
"""The rooms; importing them is what registers their handlers."""

__all__ = ["CATALOGUE", "ROOMS"]
