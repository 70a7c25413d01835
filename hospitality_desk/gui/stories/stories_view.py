"""The list of stories: a tap or Enter opens one, its check mark or Space chooses it for a pack."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScroller, QTableView, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.stories.stories_model import StoriesModel
from hospitality_desk.gui.stories.story_delegate import CHECK, ROW_HEIGHT, StoryDelegate
from hospitality_desk.words import _


class StoriesView(QTableView):
    """Acts on release; a flick with a finger scrolls and opens nothing."""

    opened = Signal(str)
    """The story's id."""

    def __init__(self, around: Around, model: StoriesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stories_list")
        self.setAccessibleName(_("Stories"))
        self._model, self._scale = model, around.percent / 100
        self._delegate = StoryDelegate(around, model)
        self._delegate.setParent(self)
        self._pointed = -1
        self._delegate.pointed_row = lambda: self._pointed
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setStyleSheet(
            "QTableView { background: transparent; border: none; selection-background-color: transparent; }"
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * self._scale))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.viewport().setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def stand_on(self, index: QModelIndex) -> None:
        """Let the keyboard stand on this row."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a row from the start."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.stand_on(self._model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and Right, choose with Space, move with the arrows, J and K."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        here, key = self.currentIndex(), event.key()
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
        last = self._model.rowCount() - 1
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and here.isValid():
            self._open(here)
        elif plain and key == Qt.Key.Key_Space and here.isValid():
            self._model.toggle(here)
        elif plain and Qt.Key(key) in moves and last >= 0:
            row = here.row() + moves[Qt.Key(key)] if here.isValid() else 0
            self._move_to(max(0, min(last, row)))
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._move_to(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters are keys of the window here, not a search in the list

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Select nothing: a row is opened, or chosen by its mark."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row, or choose it where its mark is, when it was pressed there, too."""
        index = self.indexAt(event.position().toPoint())
        pressed = self.currentIndex()
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or index.row() != pressed.row():
            return
        if self._is_on_mark(event.position().x()) and self._model.can_choose(index):
            self._model.toggle(index)
        else:
            self._open(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Light none."""
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    def _is_on_mark(self, x: float) -> bool:
        wide = CHECK * self._scale
        return x > self.viewport().width() - wide if self.isRightToLeft() else x < wide

    def _move_to(self, row: int) -> None:
        self.stand_on(self._model.index(row))
        self.scrollTo(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row_at(index).story_id)
