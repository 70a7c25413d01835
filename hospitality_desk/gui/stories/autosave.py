"""Keeps what is typed in one box, and writes it to the desk when the typing rests or the box is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from hospitality_desk.commands.base import Command
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome
    from hospitality_desk.domain.json_form import Json
    from hospitality_desk.station.station import Draft

REST = 2_000
"""Milliseconds from the last key to the writing."""
_DRAFT = "box"
"""The text of a draft: an emptied box is a draft, too; its words are among the choices."""


class Box(Protocol):
    """What words are typed into."""

    def text(self) -> str:
        """Return them."""

    def put(self, text: str) -> None:
        """Show others."""

    def hasFocus(self) -> bool:
        """Tell whether somebody is in it."""


Make = Callable[[str, str], Callable[..., Command]]
"""Turns the words and those they take the place of into a command that lacks only its id, actor and time."""


class Autosave(QObject):
    """Stands between a box and the desk. Nothing from elsewhere touches a box that somebody is in, or has typed in.

    When another stand has changed the same words meanwhile, `clashed` hands them out, and nothing is written until
    `take_theirs` or `keep_mine`.
    """

    clashed = Signal(object)
    """The other words, or None when there are none (any more)."""
    refused = Signal(str)
    """Why the words were not written; they stay in the box, and in the draft. Empty words: that is over."""
    kept = Signal(object)
    """The words are on this station's disk (a datetime), or could not be put there (None)."""

    def __init__(self, around: Around, acts: Acts, draft: str, box: Box, make: Make, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._acts, self._box, self._make = around.bridge, acts, box, make
        self._keeper = DraftKeeper(around.bridge, draft, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.not_kept.connect(lambda: self.kept.emit(None))
        self._stored = self._base = ""
        self._sent: str | None = None
        self._theirs: str | None = None
        self.is_dirty = False
        """There are words in the box that the desk has not."""
        self._is_known = self._is_asked = self._is_loaded = self._may_write = False
        self._timer = QTimer(self)
        self._timer.setObjectName("autosave_timer")
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.write_now)

    @property
    def is_under_way(self) -> bool:
        """Tell whether words are on their way to the desk."""
        return self._sent is not None

    @property
    def has_clash(self) -> bool:
        """Tell whether other words wait for a choice."""
        return self._theirs is not None

    @property
    def draft_name(self) -> str:
        """Return the name its draft is kept under."""
        return self._keeper.name

    def show(self, stored: str, *, may_write: bool) -> None:
        """Take in what the desk holds now; the first time somebody may write here the draft is looked for, too."""
        if may_write and not self._may_write and self.is_dirty:
            self._timer.start()
        self._stored, self._may_write = stored, may_write
        if not self._is_known:
            self._is_known = True
            self._base = stored
            self._box.put(stored)
        else:
            self._look()
        if may_write and not self._is_asked:
            self._is_asked = True
            self._keeper.load(self._on_draft)

    def typed(self) -> None:
        """Somebody changed the words."""
        if not self.is_dirty:
            self.is_dirty = True
            if self._theirs is None:
                self._base = self._stored
        self._keep()
        self._timer.start()

    def write_now(self) -> None:
        """Write what is not written yet: the box is left, or the typing rests."""
        self._timer.stop()
        if not self.is_dirty:
            if self._theirs is not None:
                self.take_theirs()
            elif self._is_loaded and self._sent is None and not self._box.hasFocus():
                self._box.put(self._stored)
            return
        self._keeper.keep_now()
        if self._theirs is not None or self._sent is not None:
            return
        if not self._may_write or not self._bridge.is_open:
            return
        self._sent = self._box.text()
        make = self._make(self._sent, self._base)
        if not self._acts.do(make, owner=self, then=self._on_done, refused=self._on_refused):
            self._sent = None

    def keep_now(self) -> None:
        """Put the words on the disk at once."""
        self._keeper.keep_now()

    def let_go(self) -> None:
        """Keep the words for later and write no more: whoever typed them acts here no longer."""
        self._timer.stop()
        self._may_write = False
        self._keeper.keep_now()

    def take_theirs(self) -> str:
        """Show the other words in place of one's own, which are returned."""
        mine, theirs = self._box.text(), self._theirs
        if theirs is not None:
            self._box.put(theirs)
            self._clean()
            self._clash(None)
        return mine

    def keep_mine(self) -> None:
        """Write one's own words over the other ones."""
        self._base = self._stored
        self._clash(None)
        self.write_now()

    def type(self, words: str) -> None:
        """Put words into the box as if they were typed."""
        self._box.put(words)
        self.typed()

    def _look(self) -> None:
        mine, stored = self._box.text(), self._stored
        if self._sent is not None:
            return
        if alike(mine, stored):
            if self.is_dirty:
                self._clean()
            self._clash(None)
        elif self.is_dirty:
            self._clash(None if alike(stored, self._base) else stored)
        elif self._box.hasFocus() and self._is_loaded:
            self._clash(stored)
        else:
            self._box.put(stored)
            self._base = stored

    def _on_draft(self, draft: Draft | None) -> None:
        self._is_loaded = True
        words = None if draft is None else draft.choices.get("words")
        was = None if draft is None else draft.choices.get("was")
        if not isinstance(words, str) or self.is_dirty:
            return
        if alike(words, self._stored):
            self._keeper.drop()
            return
        self._box.put(words)
        self._base = was if isinstance(was, str) else self._stored
        self.is_dirty = True
        self._timer.start()
        self._look()

    def _on_done(self, _outcome: Outcome) -> None:
        sent, self._sent = self._sent or "", None
        self._base = sent
        self.refused.emit("")
        if self._box.text() == sent:
            self._stored = sent
            self._clean()
        else:
            self._keep()
            self._timer.start()

    def _on_refused(self, error: KnownError) -> None:
        self._sent = None
        self._look()
        if self._theirs is None:
            self.refused.emit(error.say)

    def _clean(self) -> None:
        self.is_dirty = False
        self._base = self._stored
        self._timer.stop()
        self._keeper.drop()
        self.refused.emit("")

    def _clash(self, theirs: str | None) -> None:
        if theirs != self._theirs:
            self._theirs = theirs
            self.clashed.emit(theirs)

    def _keep(self) -> None:
        choices: dict[str, Json] = {"words": self._box.text(), "was": self._base}
        self._keeper.typed(_DRAFT, choices)

    def _on_kept(self, at: datetime) -> None:
        self.kept.emit(at)


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for spaces and empty lines, which the desk does not keep."""
    return _lines(one) == _lines(other)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
