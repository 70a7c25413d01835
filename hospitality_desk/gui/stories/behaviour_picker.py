"""The house's list of behaviours, and the notes one of them may show in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.domain.drafting.scene_of import notes_in_order
from hospitality_desk.domain.stories.behaviours import BEHAVIOURS
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.stories.two_lines import TwoLines
from hospitality_desk.gui.widgets.focus_stops import focus_stops
from hospitality_desk.gui.widgets.popover import Popover
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

WIDTH = 380
_AROUND_IT = 130
"""Pixels at 100 % that the heading and the edges take of the window's height."""


class BehaviourPicker(Popover):
    """Two questions, one after the other; Up and Down go along the answers, Enter or a tap takes one."""

    picked = Signal(str, object)
    """The behaviour's name, and the number of the note."""

    def __init__(
        self, around: Around, window: QWidget, now: StoryNow, taken: set[str], name: str | None = None
    ) -> None:  # fmt: skip
        super().__init__(around, window, "behaviour_picker", width=WIDTH)
        self.closes_outside = True
        self._now, self._name = now, name
        self._heading = WordsLabel(around, Role.BODY_BOLD, around.theme.text, "picker_heading", wrap=True)
        self.inside.addWidget(self._heading)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._area = TallScroll("picker_area", self._list, self)
        self.inside.addWidget(self._area)
        if name is None:
            self._ask_which(taken)
        else:
            self._ask_where(name)

    def begin(self) -> None:
        """Give the first answer the keyboard, or the panel itself where there is none."""
        stops = focus_stops(self._list)
        (stops[0] if stops else self).setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, step: int) -> None:
        """Go along the answers."""
        stops = focus_stops(self._list)
        here = next((n for n, each in enumerate(stops) if each.hasFocus()), None)
        if here is not None:
            stop = stops[max(0, min(len(stops) - 1, here + step))]
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(stop, 0, 8)

    def _offer(self, row: TwoLines, picked: Callable[[], None]) -> None:
        row.clicked.connect(picked)
        row.step_asked.connect(self._step)
        self._column.addWidget(row)
        row.show()  # it counts from now on: as a place for the keyboard, and in how tall the list is

    def _ask_which(self, taken: set[str]) -> None:
        self._say(_("Which behaviour does it show?"))
        for n, each in enumerate(BEHAVIOURS, start=1):
            if each.name not in taken:
                row = TwoLines(self._around, f"pick_behaviour_{n}", _(each.name), _(each.looks_like))
                self._offer(row, partial(self._ask_where, each.name))
        self._fit()

    def _ask_where(self, name: str) -> None:
        self._name = name
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # not back to the page while the answers change
        self._say(_("In which note does “{behaviour}” show?").format(behaviour=_(name)))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        incident = self._now.whole.incident
        for note in () if incident is None else notes_in_order(incident):
            words = " ".join(note.text.split())
            row = TwoLines(self._around, f"pick_note_{note.n}", self._now.note_words(note.n), words)
            self._offer(row, partial(self._pick, note.n))
        self._fit()
        if self.isVisible():
            self.begin()

    def _say(self, words: str) -> None:
        self._heading.show_words(words)
        self.setAccessibleName(words)

    def _pick(self, entry: int) -> None:
        name = self._name
        self.close_over()
        if name is not None:
            self.picked.emit(name, entry)

    def _fit(self) -> None:
        """Be as tall as the answers, as far as the window has room."""
        wide = self.width() - self.inside.contentsMargins().left() - self.inside.contentsMargins().right()
        most = self._window.height() - round(_AROUND_IT * self._around.percent / 100)
        self._area.setFixedHeight(max(120, min(most, self._area.tall_for(wide) + 2)))
        if self.isVisible():
            self.place()
