"""The list of what happened: scrolls by pixels, starts at the top, stays at the end when a note comes in."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.timeline_delegate import TimelineDelegate
from hospitality_desk.gui.incident.timeline_model import TimelineModel
from hospitality_desk.gui.incident.timeline_rows import Row, RowSort
from hospitality_desk.words import _

_NEAR_END = 24
_BAR = 10
"""Kept free for the scroll bar, so that no line breaks anew when it comes."""


class TimelineView(QTableView):
    """Up and Down move, Enter or the Menu key opens a note's menu, and so does a tap on its dots."""

    menu_asked = Signal(int, QRect)
    """A note's number, and where its menu belongs (in the view's own coordinates)."""
    fold_asked = Signal()
    """The line of withdrawn notes was tapped."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(_("What happened"))
        self._model = TimelineModel(self)
        self._delegate = TimelineDelegate(around, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._dress(around)

    def _dress(self, around: Around) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet(
            f"QTableView {{ background: {around.theme.raised}; border: none; outline: none;"
            " selection-background-color: transparent; }"
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.verticalScrollBar().setSingleStep(38)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(8)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[Row, ...], *, fresh: bool) -> None:
        """Show these rows. `fresh` is another problem: it starts at its end, where now is."""
        bar = self.verticalScrollBar()
        at_end = fresh or bar.value() >= bar.maximum() - _NEAR_END
        kept, chosen = bar.value(), self._chosen_key()
        came_or_went = self._model.show_rows(rows)
        self._fit()
        at = self._model.row_of(chosen) if came_or_went and not fresh else -1
        if at >= 0:
            self.setCurrentIndex(self._model.index(at))
        if at_end and (came_or_went or fresh):
            self.scrollToBottom()
        elif came_or_went:
            bar.setValue(kept)
        if fresh:
            self.clearSelection()

    def show_whole(self, key: str) -> None:
        """Show every line of a long note, or only its first ones again."""
        self._delegate.whole ^= {key}
        self._fit()

    def is_whole(self, key: str) -> bool | None:
        """Tell whether every line of a long note is shown; None for a note that is not long."""
        row = next((row for row in self._model.rows if row.key == key), None)
        if row is None or not self._delegate.layouts.of(row, self.columnWidth(0), whole=False).is_cut:
            return None
        return key in self._delegate.whole

    def _chosen_key(self) -> str | None:
        at = self.currentIndex()
        return self._model.rows[at.row()].key if at.isValid() else None

    def _fit(self) -> None:
        """Give every row its height at this width."""
        width = max(1, self.width() - _BAR)
        if self.columnWidth(0) != width:
            self.setColumnWidth(0, width)
        header = self.verticalHeader()
        for at, row in enumerate(self._model.rows):
            tall = self._delegate.height(row, width)
            if header.sectionSize(at) != tall:
                header.resizeSection(at, tall)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at the new width; who looked at the end still does."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - _NEAR_END
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        if at_end:
            self.scrollToBottom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row's menu with Enter; leave the keys of the page to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu, Qt.Key.Key_Space):
            self._act_on(self.currentIndex())
            event.accept()
        elif event.key() in (
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
        ):  # fmt: skip
            super().keyPressEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the note under the pointer, or of the one the keyboard is on."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._act_on(self.currentIndex() if keyboard else self.indexAt(event.pos()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on the dots, on the fold, and on the dots of a note that is too long to be shown whole."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row, rect = self._model.rows[index.row()], self.visualRect(index)
        if row.sort == RowSort.FOLD:
            self.fold_asked.emit()
        elif row.sort == RowSort.NOTE and self._delegate.dots_rect(rect).contains(place):
            self._act_on(index)
        elif self._delegate.layouts.of(row, rect.width(), whole=False).is_cut:
            self.show_whole(row.key)

    def _act_on(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not index.isValid():
            return
        row = self._model.rows[index.row()]
        if row.sort == RowSort.FOLD:
            self.fold_asked.emit()
        elif row.note is not None:
            rect = self._delegate.dots_rect(self.visualRect(index))
            self.menu_asked.emit(row.note, rect.translated(self.viewport().mapTo(self, QPoint(0, 0))))
