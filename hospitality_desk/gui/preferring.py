"""Keeps how this stand likes things, and goes on with it also when its file cannot be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from hospitality_desk.domain.json_form import Json
from hospitality_desk.errors import FileTrouble
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.station.station import Station


def prefer(bridge: Bridge, owner: QObject, name: str, value: Json, then: Callable[[], None]) -> None:
    """Prefer `value` from now on; `then` is called when it holds, unless `owner` is gone.

    It holds for this window at least; that it will be forgotten at the end is said.
    """

    def keep(station: Station) -> FileTrouble | None:
        try:
            station.prefer(name, value)
        except FileTrouble as trouble:
            return trouble
        return None

    def home(trouble: FileTrouble | None) -> None:
        then()
        if trouble is not None:
            bridge.said.emit(trouble.say)

    bridge.note(keep, owner, home)
