"""Opens the house of this PC's folder on the writing lane, and makes it on the very first start."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.bridge import Bridge

if TYPE_CHECKING:  # the desk brings the store's libraries with it, which are read in after the first paint
    from hospitality_desk.desk.desk import Desk
    from hospitality_desk.desk.open import Address


class Opening(QObject):
    """Tries as often as it is asked to. `refused` carries the reason, a whole sentence, when it did not open."""

    refused = Signal(str)

    def __init__(self, bridge: Bridge, data: Path, store_url: str | None = None) -> None:
        super().__init__(bridge)
        self._bridge, self._data, self._store_url = bridge, data, store_url

    @property
    def is_here(self) -> bool:
        """Tell whether the house is a file in this PC's folder."""
        return not (self._store_url or os.environ.get(_STORE_VARIABLE))

    def start(self) -> None:
        """Try once."""
        self._bridge.open(self.open_desk, self._on_refused)

    def address(self) -> Address:
        """Return where the house is. Not before the first paint: it reads the store's libraries in."""
        from hospitality_desk.desk.open import Address  # after the first paint

        return Address.chosen(str(self._data), self._store_url)

    def open_desk(self) -> Desk:
        """Open the house; on the writing lane only."""
        # Read in here, on the writing lane: the frame is painted already, and stays alive meanwhile.
        import hospitality_desk.gui.incident.page
        import hospitality_desk.gui.quick_log.panel  # noqa: F401
        from hospitality_desk.desk.open import make_desk, open_desk

        address = self.address()
        where = address.where
        if isinstance(where, Path) and not (where.exists() and where.stat().st_size):
            return make_desk(address)
        return open_desk(address)

    def _on_refused(self, error: KnownError) -> None:
        self.refused.emit(error.say)


_STORE_VARIABLE = "HOSPITALITY_DESK_STORE"
"""As in desk/open.py, which must not be read in before the first paint."""
