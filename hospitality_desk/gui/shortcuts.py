"""Every key of the window in one place; letters act only where nobody is typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.gui.keys.key_list import GROUP, KeyGroup
from hospitality_desk.gui.widgets.overlay import OVER_VEIL
from hospitality_desk.words import N_, _

KIND_KEYS = (EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.TOLD, EntryKind.COST)
"""The kinds of note behind the keys 1 to 6."""
ON_WALL = "on_wall"
"""The property of a window's action that works while the wall is shown, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """A key of the window: what it does in words, and where it still acts."""

    does: str
    keys: tuple[str, ...]
    group: KeyGroup = KeyGroup.ANYWHERE
    repeats: bool = False
    over_veil: bool = False
    on_wall: bool = False


_KEYS: dict[str, _Key] = {
    "log": _Key(does=N_("Log a problem"), keys=("N", "Ctrl+N")),
    "floor": _Key(does=N_("The Floor"), keys=("Alt+1",)),
    "stories": _Key(does=N_("Stories"), keys=("Alt+5",)),
    "settings": _Key(does=N_("Settings"), keys=("Alt+7",)),
    "next_pane": _Key(does=N_("Next pane"), keys=("F6",)),
    "last_pane": _Key(does=N_("Previous pane"), keys=("Shift+F6",)),
    "undo": _Key(does=N_("Undo"), keys=("Ctrl+Z",)),
    "all_keys": _Key(does=N_("All keys"), keys=("F1",), over_veil=True),
    "wall": _Key(does=N_("The wall, full screen"), keys=("F11",), on_wall=True),
    "larger": _Key(does=N_("Larger text"), keys=("Ctrl++", "Ctrl+="), over_veil=True, on_wall=True),
    "smaller": _Key(does=N_("Smaller text"), keys=("Ctrl+-",), over_veil=True, on_wall=True),
    "usual_size": _Key(does=N_("Text size as the window suits"), keys=("Ctrl+0",), over_veil=True, on_wall=True),
    "quit": _Key(does=N_("Quit"), keys=("Ctrl+Q",), over_veil=True, on_wall=True),
    "down": _Key(does=N_("Next problem"), keys=("J",), group=KeyGroup.LIST, repeats=True),
    "up": _Key(does=N_("Previous problem"), keys=("K",), group=KeyGroup.LIST, repeats=True),
    "print": _Key(does=N_("Print, or see the pages first"), keys=("Ctrl+P",), group=KeyGroup.STORIES),
    "save_pdf": _Key(does=N_("Save PDF"), keys=("Ctrl+S",), group=KeyGroup.STORIES),
    "tell": _Key(does=N_("Told the guest"), keys=("T",), group=KeyGroup.PROBLEM),
    "settle": _Key(does=N_("Settle"), keys=("S",), group=KeyGroup.PROBLEM),
    "no_answer": _Key(does=N_("A try: no answer"), keys=("X",), group=KeyGroup.PROBLEM),
    "reached": _Key(does=N_("A try: reached"), keys=("R",), group=KeyGroup.PROBLEM),
    "take_offered": _Key(does=N_("Take the offered task"), keys=("Y",), group=KeyGroup.PROBLEM),
}
KIND_WORDS = {
    EntryKind.SAW: N_("Note: Saw"),
    EntryKind.HEARD: N_("Note: Heard"),
    EntryKind.THINK: N_("Note: Think"),
    EntryKind.DID: N_("Note: Did"),
    EntryKind.TOLD: N_("Note: Told guest"),
    EntryKind.COST: N_("Note: Cost"),
}


class Shortcuts:
    """The window's keys, by name. A text field keeps its letters and its Ctrl+Z: Qt asks it first.

    `acts` says what each does; a key without an act is left out. With `letters` off, single letters and figures are
    no keys, and an action that has no other key has none.
    """

    def __init__(
        self,
        window: QMainWindow,
        acts: Mapping[str, Callable[[], None]],
        choose_kind: Callable[[EntryKind], None],
        *,
        letters: bool = True,
    ) -> None:
        self._window, self._letters = window, letters
        self.actions: dict[str, QAction] = {}
        for name, key in _KEYS.items():
            act = window.close if name == "quit" else acts.get(name)
            if act is not None:
                self._add(name, key, act)
        for n, kind in enumerate(KIND_KEYS, start=1):
            key = _Key(does=KIND_WORDS[kind], keys=(str(n), f"Ctrl+{n}"), group=KeyGroup.PROBLEM)
            self._add(f"kind_{n}", key, partial(choose_kind, kind))

    def _add(self, name: str, key: _Key, act: Callable[[], object]) -> None:
        made_qaction = QAction(_(key.does), self._window)
        made_qaction.setObjectName(f"{name}_qaction")
        keys = [each for each in key.keys if self._letters or len(each) > 1]
        made_qaction.setShortcuts([QKeySequence(each) for each in keys])
        made_qaction.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made_qaction.setAutoRepeat(key.repeats)
        made_qaction.setProperty(GROUP, key.group.value)
        made_qaction.setProperty(OVER_VEIL, key.over_veil)
        made_qaction.setProperty(ON_WALL, key.on_wall)
        made_qaction.triggered.connect(lambda _checked=False: act())
        self._window.addAction(made_qaction)
        self.actions[name] = made_qaction

    def still_for_the_wall(self) -> None:
        """Let every key rest that would act on something nobody sees."""
        for each in self.actions.values():
            each.setEnabled(bool(each.property(ON_WALL)))

    def wake(self) -> None:
        """Let all keys act again."""
        for each in self.actions.values():
            each.setEnabled(True)
