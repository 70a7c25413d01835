"""The list of what happened: scrolls by pixels, starts at the top, stays at the end when a note comes in."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.rows_model import Index, RowsModel
from hospitality_desk.gui.incident.rows_view import Part, RowsView
from hospitality_desk.gui.incident.timeline_delegate import TimelineDelegate
from hospitality_desk.gui.incident.timeline_place import TimelinePlace
from hospitality_desk.gui.incident.timeline_row import Row, RowSort
from hospitality_desk.words import _

_NEAR_END = 24
_BAR = 10
"""Kept free for the scroll bar, so that no line breaks anew when it comes."""


class TimelineView(RowsView):
    """Up and Down move, Enter or the Menu key opens a note's menu, and so does a tap on its dots."""

    menu_asked = Signal(int, QRect)
    """A note's number, and where its menu belongs (in the view's own coordinates)."""
    fold_asked = Signal(str)
    """A line that holds others was tapped: its key."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("timeline", _("What happened"), around.theme.raised, parent)
        self._model: RowsModel[Row] = RowsModel(self)
        self._delegate = TimelineDelegate(around, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.verticalScrollBar().setSingleStep(38)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setMinimumSectionSize(8)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[Row, ...], *, fresh: bool) -> None:
        """Show these rows; the row at the top keeps its place, and who looked at the end still does.

        `fresh` is another problem: it starts at its end, where now is, with every long note cut and no row chosen.
        """
        before = TimelinePlace(at_end=True) if fresh else self.place()
        if fresh:
            self._delegate.whole.clear()
            self.setCurrentIndex(QModelIndex())
        came_or_went = self._model.show_rows(rows)
        moved = self._fit()
        if came_or_went or moved or fresh:
            self.go_to(before)

    def place(self) -> TimelinePlace:
        """Return where somebody is."""
        bar, top = self.verticalScrollBar(), self.rowAt(0)
        here = self._model.rows[top].key if 0 <= top < len(self._model.rows) else None
        return TimelinePlace(
            at_end=bar.value() >= bar.maximum() - _NEAR_END,
            top=here,
            hidden=-self.rowViewportPosition(top) if here is not None else 0,
            chosen=self._chosen_key(),
            whole=frozenset(self._delegate.whole),
        )

    def go_to(self, place: TimelinePlace) -> None:
        """Go where somebody was; a row that is gone leaves the view where it is."""
        if place.whole != self._delegate.whole:
            self._delegate.whole = set(place.whole)
            self._fit()
        chosen, top = self._model.row_of(place.chosen), self._model.row_of(place.top)
        if chosen >= 0 and chosen != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(chosen))
        if place.at_end:
            self.scrollToBottom()
        elif top >= 0:
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(top) + place.hidden)

    def show_row(self, row: Row) -> None:
        """Show this row in place of the one of the same key: only its own place is painted."""
        at = self._model.row_of(row.key)
        if at >= 0:
            self._model.show_rows((*self._model.rows[:at], row, *self._model.rows[at + 1 :]))

    def show_whole(self, key: str) -> None:
        """Show every line of a long note, or only its first ones again."""
        before = replace(self.place(), at_end=False, whole=frozenset(self._delegate.whole ^ {key}))
        self.go_to(before)

    def is_whole(self, key: str) -> bool | None:
        """Tell whether every line of a long note is shown; None for a note that is not long."""
        row = next((row for row in self._model.rows if row.key == key), None)
        if row is None or not self._delegate.layouts.of(row, self.columnWidth(0), whole=False).is_cut:
            return None
        return key in self._delegate.whole

    def _chosen_key(self) -> str | None:
        at = self.currentIndex()
        return self._model.rows[at.row()].key if at.isValid() else None

    def _fit(self) -> bool:
        """Give every row its height at this width; tell whether one has another than before."""
        width = max(1, self.width() - _BAR)
        if self.columnWidth(0) != width:
            self.setColumnWidth(0, width)
        header = self.verticalHeader()
        others = [
            (at, tall)
            for at, tall in enumerate(self._delegate.height(row, width) for row in self._model.rows)
            if header.sectionSize(at) != tall
        ]
        was = header.blockSignals(True)  # one look at the end instead of one for each row
        for at, tall in others:
            header.resizeSection(at, tall)
        header.blockSignals(was)
        if others:
            self.updateGeometries()
            self.viewport().update()
        return bool(others)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at the new width; who looked at the end still does."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - _NEAR_END
        before = self.place()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._fit() and not at_end:
            self.go_to(before)
        if at_end:
            self.scrollToBottom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row's menu with Enter; leave the keys of the page to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu, Qt.Key.Key_Space):
            self.ask_menu(self.currentIndex())
            event.accept()
        elif event.key() in (
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
        ):  # fmt: skip
            super().keyPressEvent(event)
        else:
            event.ignore()

    def part_at(self, index: Index, place: QPoint, rect: QRect) -> Part | None:
        """Return the fold, the dots, or the words of a note that is too long to be shown whole."""
        row = self._model.rows[index.row()]
        if row.sort == RowSort.FOLD:
            return row.key, "fold"
        if row.sort == RowSort.NOTE and self._delegate.dots_rect(rect).contains(place):
            return row.key, "dots"
        return (row.key, "words") if self._delegate.layouts.of(row, rect.width(), whole=False).is_cut else None

    def act_on_part(self, index: Index, part: str) -> None:
        """Show a long note whole, or open the fold or the menu."""
        if part == "words":
            self.show_whole(self._model.rows[index.row()].key)
        else:
            self.ask_menu(index)

    def ask_menu(self, index: Index) -> None:
        """Open a note's menu, or the fold."""
        if not index.isValid():
            return
        row = self._model.rows[index.row()]
        if row.sort == RowSort.FOLD:
            self.fold_asked.emit(row.key)
        elif row.note is not None:
            rect = self._delegate.dots_rect(self.visualRect(index))
            self.menu_asked.emit(row.note, rect.translated(self.viewport().mapTo(self, QPoint(0, 0))))
