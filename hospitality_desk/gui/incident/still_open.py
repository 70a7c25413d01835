"""What keeps a problem from being settled, each with the ways out that take one tap."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.promises import Promise
from hospitality_desk.domain.tasks import Task
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _, ngettext

_MOST = 12
"""Things that are shown at once: the next ones come as these go."""


class _OpenThing(QWidget):
    def __init__(self, around: Around, words: str, kind: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._around = around
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, 0, 5)
        self._row.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(f"{name}_words", around.font(Role.BODY), around.theme.text, words))
        column.addWidget(ElidedLabel(f"{name}_kind", around.font(Role.CAPTION), around.theme.text3, kind))
        self._row.addLayout(column, 1)

    def way_out(self, words: str, name: str, act: Callable[[], object], *, first: bool = False) -> None:
        """Offer one more way out."""
        button = Button(words, ButtonKind.OTHER if first else ButtonKind.QUIET, name, self)
        button.setFont(self._around.font(Role.SMALL))
        button.clicked.connect(lambda: act())
        self._row.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        at = QRect(0, self.height() - 1, self.width(), 1)
        QPainter(self).fillRect(at, QColor(self._around.theme.line))


class StillOpen(QWidget):
    """Lists untold notes, open tasks and broken promises nobody spoke of since; nothing when nothing is open."""

    tell_asked = Signal(object)
    """Note numbers (frozenset): close and open the composer as Told guest with them ticked."""
    keep_back_asked = Signal(int)
    done_asked = Signal(int)
    drop_asked = Signal(int)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("still_open")
        self._around = around
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_scene(self, scene: Scene) -> int:
        """Show what is open; return how many things that are."""
        things = scene.incident.still_open(scene.now)
        if things != self._shown:
            self._shown = things
            while (item := self._column.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for thing in things[:_MOST]:
                self._column.addWidget(self._row(thing, scene))
            if len(things) > _MOST:
                more = WordsLabel(self._around, Role.SMALL, self._around.theme.text2, "open_more", parent=self)
                words = ngettext("and {n} more after these", "and {n} more after these", len(things) - _MOST)
                more.show_words(words.format(n=len(things) - _MOST))
                self._column.addWidget(more)
        return len(things)

    def _row(self, thing: Note | Task | Promise, scene: Scene) -> QWidget:
        match thing:
            case Note():
                name = f"open_note_{thing.n}"
                row = _OpenThing(self._around, thing.text, _("The guest has not been told"), name, self)
                told = frozenset({thing.n})
                row.way_out(scene.spoken_of.told, f"{name}_told", lambda: self.tell_asked.emit(told), first=True)
                row.way_out(_("Keep back…"), f"{name}_keep_back", lambda: self.keep_back_asked.emit(thing.n))
            case Task():
                name = f"open_task_{thing.n}"
                kind = _("Task for {name}, not done").format(name=scene.name(thing.owner))
                row = _OpenThing(self._around, thing.title, kind, name, self)
                row.way_out(_("Done"), f"{name}_done", lambda: self.done_asked.emit(thing.n), first=True)
                row.way_out(_("Drop"), f"{name}_drop", lambda: self.drop_asked.emit(thing.n))
            case Promise():
                name = f"open_promise_{thing.n}"
                kind = _("Promised by {time}, and no word since").format(time=scene.when(thing.by))
                row = _OpenThing(self._around, thing.what or "", kind, name, self)
                nothing: frozenset[int] = frozenset()
                row.way_out(scene.spoken_of.told, f"{name}_told", lambda: self.tell_asked.emit(nothing), first=True)
        return row
