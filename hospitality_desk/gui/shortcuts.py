"""Every key of the window in one place; letters act only where nobody is typing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.gui.widgets.overlay import OVER_VEIL
from hospitality_desk.words import _

KIND_KEYS = (EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.TOLD, EntryKind.COST)
"""The kinds of note behind the keys 1 to 6."""


class Shortcuts:
    """The window's keys. A text field keeps its letters and its Ctrl+Z: Qt asks it first."""

    def __init__(
        self,
        window: QMainWindow,
        *,
        log: Callable[[], None],
        tell: Callable[[], None],
        settle: Callable[[], None],
        choose_kind: Callable[[EntryKind], None],
        step: Callable[[int], None],
        next_pane: Callable[[int], None],
        undo: Callable[[], None],
    ) -> None:
        self._window = window
        self.log_qaction = self._key("log", _("Log a problem"), log, "N", "Ctrl+N")
        self.tell_qaction = self._key("tell", _("Told the guest"), tell, "T")
        self.settle_qaction = self._key("settle", _("Settle"), settle, "S")
        self.kind_qactions = tuple(
            self._key(f"kind_{n}", _("Kind of note"), partial(choose_kind, kind), str(n), f"Ctrl+{n}")
            for n, kind in enumerate(KIND_KEYS, start=1)
        )
        self.down_qaction = self._key("down", _("Next problem"), lambda: step(1), "J")
        self.up_qaction = self._key("up", _("Previous problem"), lambda: step(-1), "K")
        self.next_pane_qaction = self._key("next_pane", _("Next pane"), lambda: next_pane(1), "F6")
        self.last_pane_qaction = self._key("last_pane", _("Previous pane"), lambda: next_pane(-1), "Shift+F6")
        self.undo_qaction = self._key("undo", _("Undo"), undo, "Ctrl+Z")
        self.quit_qaction = self._key("quit", _("Quit"), self._on_quit, "Ctrl+Q")
        self.quit_qaction.setProperty(OVER_VEIL, True)

    def _key(self, name: str, words: str, act: Callable[[], None], *keys: str) -> QAction:
        made_qaction = QAction(words, self._window)
        made_qaction.setObjectName(f"{name}_qaction")
        made_qaction.setShortcuts([QKeySequence(key) for key in keys])
        made_qaction.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made_qaction.setAutoRepeat(name in ("down", "up"))
        made_qaction.triggered.connect(lambda _checked=False: act())
        self._window.addAction(made_qaction)
        return made_qaction

    def _on_quit(self) -> None:
        self._window.close()
