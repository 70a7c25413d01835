"""Keeps what is being typed, so that a host may walk away in mid-word and find it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hospitality_desk.domain.clock import SystemClock
from hospitality_desk.errors import FileTrouble
from hospitality_desk.gui.bridge import Bridge

if TYPE_CHECKING:
    from hospitality_desk.domain.json_form import Json
    from hospitality_desk.station.station import Draft, Station

CEILING = 300
"""Milliseconds from the first change that is not kept yet to its write; more typing does not put it off."""
AGAIN = 2_000
"""Milliseconds from a write that failed to the next."""


class DraftKeeper(QObject):
    """Keeps one form's draft in the station's file, by name.

    `typed` is called on every change; a form without a single character is no draft and is forgotten. When the file
    cannot be written that is said once, not at every key, and tried again every AGAIN milliseconds until it is kept.
    """

    kept = Signal(object)
    """The datetime of a draft that is on the disk now."""
    not_kept = Signal()
    """The last change could not be written: what `kept` said before is not true of it."""

    def __init__(self, bridge: Bridge, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._name = name
        self._unsaved: tuple[str, dict[str, Json]] | None = None
        self._again: datetime | None = None
        """The moment of what the station holds and could not write."""
        self._changes = 0
        self._is_let_go = False
        self._complained = False
        self._ceiling = QTimer(self)
        self._ceiling.setObjectName("draft_ceiling")
        self._ceiling.setSingleShot(True)
        self._ceiling.timeout.connect(self.keep_now)

    @property
    def name(self) -> str:
        """Return the name the draft is kept under."""
        return self._name

    def typed(self, text: str, choices: Mapping[str, Json]) -> None:
        """Take in what the form holds now; it is on the disk within CEILING milliseconds or a little more."""
        self._unsaved = (text, dict(choices))
        self._changes += 1
        if not self._ceiling.isActive():
            self._ceiling.start(CEILING)

    def keep_now(self) -> None:
        """Send what is not kept yet to the disk at once: on losing the focus, locking, closing, or being ended.

        The station holds it from here on, so that other screens find it also while the file cannot be written.
        """
        self._ceiling.stop()
        if self._unsaved is not None:
            (text, choices), self._unsaved = self._unsaved, None
            self._again = self._bridge.now() if self._bridge.is_open else SystemClock().now()
            self._bridge.station.hold_draft(self._name, text, choices, self._again)
        if self._again is not None:
            at, self._again = self._again, None
            self._write(at)

    def load(self, then: Callable[[Draft | None], None]) -> None:
        """Fetch the draft; `then` gets it, or None. A file that cannot be read counts as none, and that is said.

        What the station holds comes at once, and is tried again: whoever typed it may be gone.
        """
        name = self._name
        held = self._bridge.station.held_draft(name)
        if held is not None:
            QTimer.singleShot(0, self, partial(self._on_held, held, then))
            return

        def read(station: Station) -> Draft | FileTrouble | None:
            try:
                return station.draft(name)
            except FileTrouble as trouble:
                return trouble

        def home(found: Draft | FileTrouble | None) -> None:
            if isinstance(found, FileTrouble):
                self._complain(found)
                found = None
            then(found)

        self._bridge.note(read, self, home)

    def drop(self) -> None:
        """Forget the draft, also what is not kept yet: its command was done, or its writer emptied it."""
        self._ceiling.stop()
        self._unsaved = self._again = None
        self._changes += 1
        self._bridge.station.hold_draft(self._name, "", {}, SystemClock().now())
        name = self._name
        self._bridge.note(lambda station: _keep(station, name), self, self._on_dropped)

    def let_go(self) -> None:
        """Be gone as soon as all it took in is on the disk: nobody types here any more."""
        self._is_let_go = True
        self.keep_now()
        self._bridge.note(lambda _station: None, self, self._on_let_go)

    def _write(self, at: datetime) -> None:
        name, change = self._name, self._changes

        def home(trouble: FileTrouble | None) -> None:
            if trouble is not None:
                self._on_not_kept(at, change, trouble)
                return
            self._complained = False
            self.kept.emit(at)
            if self._is_let_go:
                self._on_let_go()

        self._bridge.note(lambda station: _keep(station, name), self, home)

    def _on_held(self, held: Draft, then: Callable[[Draft | None], None]) -> None:
        if held.text:
            self._write(held.saved_at)
        then(held if held.text else None)

    def _on_not_kept(self, at: datetime, change: int, trouble: FileTrouble) -> None:
        """Try it again later, or what was typed since; a draft that was dropped meanwhile stays dropped."""
        self._complain(trouble)
        self.not_kept.emit()
        if self._changes == change:
            self._again = at
        if self._again is not None or self._unsaved is not None:
            self._ceiling.start(AGAIN)

    def _on_let_go(self, _written: None = None) -> None:
        if self._unsaved is None and self._again is None:
            self.deleteLater()

    def _on_dropped(self, trouble: FileTrouble | None) -> None:
        if trouble is not None:
            self._complain(trouble)

    def _complain(self, trouble: FileTrouble) -> None:
        if not self._complained:
            self._complained = True
            self._bridge.said.emit(trouble.say)


def _keep(station: Station, name: str) -> FileTrouble | None:
    try:
        station.keep_held(name)
    except FileTrouble as trouble:
        return trouble
    return None
