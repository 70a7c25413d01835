"""A list of rows that is painted by hand: one look, one way to press, the keys it does not need go to the page."""

from abc import abstractmethod

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView, QWidget

from hospitality_desk.gui.incident.rows_model import Index

Part = tuple[object, str]
"""A row's own key, and the name of the part of it under the pointer."""


class RowsView(QTableView):
    """Acts on a part of a row when the pointer is pressed and released on it; rows may move in between.

    The second press of a double click does nothing: after the first another row may stand there.
    """

    def __init__(self, name: str, spoken: str, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._pressed: Part | None = None
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet(
            f"QTableView {{ background: {ground}; border: none; outline: none;"
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
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @abstractmethod
    def part_at(self, index: Index, place: QPoint, rect: QRect) -> Part | None:
        """Return what is acted on at a place of a row that covers `rect`; None where nothing is."""

    @abstractmethod
    def act_on_part(self, index: Index, part: str) -> None:
        """Do what a tap on that part of the row asks for."""

    @abstractmethod
    def ask_menu(self, index: Index) -> None:
        """Open the menu of the row, if it has one; the index may be invalid."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer, or of the one the keyboard is on."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.ask_menu(self.currentIndex() if keyboard else self.indexAt(event.pos()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which part of which row was meant."""
        super().mousePressEvent(event)
        self._pressed = self._part_under(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Mean nothing by the second press."""
        self._pressed = None
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act when it is still the same part of the same row."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._part_under(event):
            self.act_on_part(self.indexAt(event.position().toPoint()), pressed[1])

    def _part_under(self, event: QMouseEvent) -> Part | None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return None
        return self.part_at(index, place, self.visualRect(index))
