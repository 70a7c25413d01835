"""Reads the line while it is typed: at every key while it is short, after a breath when it is long."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from hospitality_desk.desk.quick_log import line_context
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.quick_line import LineContext, Part, PartName, ReadLine, read_line
from hospitality_desk.domain.regions import region_of
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around

_SHORT = 2_000
"""Characters read at every key; a longer line is read once the hand rests."""
_BREATH = 100


class LineReader(QObject):
    """Holds the line as it was last read. Until the house is open nothing is recognised, and nothing is lost.

    While the store does not say who is here and which places it uses, the line is read with what this PC knows, and
    the store is asked again whenever the form is opened or something changes.
    """

    read_anew = Signal()

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._acting = around.bridge, around.acting
        self._context: LineContext | None = None
        self._is_told = False
        self._read = ReadLine(text="", parts=())
        self._text = ""
        self._kept: tuple[str, datetime] | None = None
        self._happened_then: Part | None = None
        self._later = QTimer(self)
        self._later.setObjectName("read_later")
        self._later.setSingleShot(True)
        self._later.setInterval(_BREATH)
        self._later.timeout.connect(self._read_now)
        self._bridge.opened.connect(self.learn)
        self._bridge.changed.connect(self._on_changed)
        if self._bridge.is_open:
            self.learn()

    def begin(self, text: str, typed_at: datetime | None = None) -> None:
        """Take in the line of another form; "20 min ago" counts from `typed_at` where the words were kept from then."""
        self._kept = None if typed_at is None else (text, typed_at)
        self._happened_then = None
        self.take(text)

    def take(self, text: str) -> None:
        """Take in a line; `read_anew` follows."""
        self._text = text
        if len(text) < _SHORT:
            self._read_now()
        elif not self._later.isActive():
            self._later.start()

    def read(self) -> ReadLine:
        """Return the line as it stands, read."""
        if self._read.text != self._text:
            self._read_now()
        return self._read

    @property
    def context(self) -> LineContext | None:
        """Return what the house knows, as of now; None until it is open."""
        if not self._bridge.is_open:
            return None
        return replace(self._context or self._known_here(), now=self._bridge.now())

    def learn(self) -> None:
        """Ask the house who is here and which places it uses."""
        if self._bridge.is_open:
            self._is_told = False
            self._bridge.try_ask(line_context, self._on_context, self._on_no_answer, self, "context")

    def _on_changed(self, changes: Changes) -> None:
        if changes.people or not self._is_told:
            self.learn()

    def _on_context(self, context: LineContext) -> None:
        self._context, self._is_told = context, True
        self._read_now()

    def _on_no_answer(self, _why: KnownError) -> None:
        """Go on with what is known: the line can be logged, and the screens that need the store say what is amiss."""
        self._read_now()

    def _known_here(self) -> LineContext:
        house = self._bridge.house
        return LineContext(
            now=self._bridge.now(),
            zone=house.zone,
            region=region_of(house.zone_name, house.currency),
            people=tuple(person.name for person in self._acting.people),
        )

    def _read_now(self) -> None:
        self._later.stop()
        context = self.context
        if context is None:
            self._read = ReadLine(text=self._text, parts=())
        else:
            self._recall(context)
            read = read_line(self._text, context)
            self._read = replace(read, parts=tuple(self._as_of_then(part) for part in read.parts))
        self.read_anew.emit()

    def _recall(self, context: LineContext) -> None:
        """Read a kept line once as of when it was typed."""
        if self._kept is not None:
            (text, typed_at), self._kept = self._kept, None
            self._happened_then = read_line(text, replace(context, now=typed_at)).first(PartName.HAPPENED_AT)

    def _as_of_then(self, part: Part) -> Part:
        then = self._happened_then
        if then is None or (part.part, part.raw) != (then.part, then.raw):
            return part
        return replace(part, value=then.value)
