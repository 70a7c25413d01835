"""The list of tasks: the circle means done, Enter or the dots open a task's menu."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.tasks_delegate import HEIGHT, TasksDelegate
from hospitality_desk.gui.incident.tasks_model import TaskRow, TasksModel
from hospitality_desk.words import _


class TasksView(QTableView):
    """Space or D is done, Enter or the Menu key opens the menu."""

    done_asked = Signal(int)
    menu_asked = Signal(int, QRect)
    """A task's number, and where its menu belongs (in the view's own coordinates)."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tasks")
        self.setAccessibleName(_("Tasks"))
        self._model = TasksModel(self)
        self._delegate = TasksDelegate(around, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet(
            "QTableView { background: transparent; border: none; outline: none;"
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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(HEIGHT * around.percent / 100))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """Return what is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show these rows; the one the keyboard is on stays the same task."""
        at = self.currentIndex()
        chosen = self._model.rows[at.row()].n if at.isValid() and at.row() < len(self._model.rows) else None
        self._model.show_rows(rows)
        where = next((n for n, row in enumerate(rows) if row.n == chosen), -1)
        if where >= 0 and where != self.currentIndex().row() and self.hasFocus():
            self.setCurrentIndex(self._model.index(where))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say; leave the others to the page."""
        at = self.currentIndex()
        row = self._model.rows[at.row()] if at.isValid() else None
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_D) and row is not None and row.is_open:
            self.done_asked.emit(row.n)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._ask_menu(at)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a task's menu."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._ask_menu(self.currentIndex() if keyboard else self.indexAt(event.pos()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a tap on the circle or the dots."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        rect, row = self.visualRect(index), self._model.rows[index.row()]
        if self._delegate.circle_rect(rect).contains(place) and row.is_open:
            self.done_asked.emit(row.n)
        elif self._delegate.dots_rect(rect).contains(place):
            self._ask_menu(index)

    def _ask_menu(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid() and self._model.rows[index.row()].is_open:
            rect = self._delegate.dots_rect(self.visualRect(index))
            self.menu_asked.emit(self._model.rows[index.row()].n, rect.translated(self.viewport().pos()))
