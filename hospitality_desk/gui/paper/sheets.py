"""Which sheet this house prints on: what was chosen here last, else what its country uses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from hospitality_desk.domain.house import House
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.gui.bridge import Bridge

SHEET, FOLDER = "paper_sheet", "paper_folder"
"""The station's preferences: the sheet, and the folder a paper was saved in last."""
_LETTER = frozenset({"USD", "CAD", "MXN"})


def sheet_for(bridge: Bridge) -> Paper:
    """Return the sheet to begin with."""
    kept = bridge.station.preference(SHEET)
    found = next((each for each in Paper if each.value == kept), None)
    if found is not None:
        return found
    house: House = bridge.house
    return Paper.LETTER if house.currency in _LETTER else Paper.A4


def folder_for(bridge: Bridge) -> Path:
    """Return the folder to save in: the last one while it is there, else this person's documents."""
    kept = bridge.station.preference(FOLDER)
    if isinstance(kept, str) and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
