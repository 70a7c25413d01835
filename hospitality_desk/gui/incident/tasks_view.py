"""The list of tasks: the circle means done, Enter or the dots open a task's menu."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.rows_model import Index, RowsModel
from hospitality_desk.gui.incident.rows_view import Part, RowsView
from hospitality_desk.gui.incident.task_rows import TaskRow
from hospitality_desk.gui.incident.tasks_delegate import HEIGHT, TasksDelegate
from hospitality_desk.words import _


class TasksView(RowsView):
    """Space or D (where letters are keys) is done, Enter or the Menu key opens the menu."""

    done_asked = Signal(int)
    menu_asked = Signal(int, QRect)
    """A task's number, and where its menu belongs (in the view's own coordinates)."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("tasks", _("Tasks"), "transparent", parent)
        self._letters = around.letters
        self._model: RowsModel[TaskRow] = RowsModel(self)
        self._delegate = TasksDelegate(around, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(round(HEIGHT * around.percent / 100))

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """Return what is shown."""
        return self._model.rows

    def show_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show these rows; the one the keyboard is on stays the same task."""
        at = self.currentIndex()
        chosen = self._model.rows[at.row()].key if at.isValid() and at.row() < len(self._model.rows) else None
        self._model.show_rows(rows)
        where = self._model.row_of(chosen)
        if where >= 0 and where != self.currentIndex().row() and self.hasFocus():
            self.setCurrentIndex(self._model.index(where))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys say; leave the others to the page."""
        at = self.currentIndex()
        row = self._model.rows[at.row()] if at.isValid() else None
        done = (Qt.Key.Key_Space, Qt.Key.Key_D) if self._letters else (Qt.Key.Key_Space,)
        if event.key() in done and row is not None and row.is_open:
            if not event.isAutoRepeat():
                self.done_asked.emit(row.n)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self.ask_menu(at)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def part_at(self, index: Index, place: QPoint, rect: QRect) -> Part | None:
        """Return the circle or the dots."""
        row = self._model.rows[index.row()]
        if self._delegate.circle_rect(rect).contains(place) and row.is_open:
            return row.n, "circle"
        return (row.n, "dots") if self._delegate.dots_rect(rect).contains(place) else None

    def act_on_part(self, index: Index, part: str) -> None:
        """Report the task done, or open its menu."""
        if part == "circle":
            self.done_asked.emit(self._model.rows[index.row()].n)
        else:
            self.ask_menu(index)

    def ask_menu(self, index: Index) -> None:
        """Open a task's menu."""
        if index.isValid() and self._model.rows[index.row()].is_open:
            rect = self._delegate.dots_rect(self.visualRect(index))
            self.menu_asked.emit(self._model.rows[index.row()].n, rect.translated(self.viewport().pos()))
