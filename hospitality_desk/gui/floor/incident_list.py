"""A list of problems: fixed rows, and a choice that is made on release, never by a flick."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QScroller, QTableView, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.card import ROW_HEIGHT
from hospitality_desk.gui.floor.closed_delegate import ClosedDelegate
from hospitality_desk.gui.floor.closed_model import ClosedModel
from hospitality_desk.gui.floor.delegate import IncidentDelegate
from hospitality_desk.gui.floor.model import IncidentModel
from hospitality_desk.gui.floor.order_hold import OrderHold
from hospitality_desk.gui.floor.under_pointer import UnderPointer

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LETTER_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class IncidentList(QTableView):
    """One column of cards. `chosen` goes out on a click or a key with the problem's id.

    `opened` follows on a click, `entered` on Enter: somebody wants to read it, or to go on inside. A press within
    400 ms after another problem has come under a resting pointer was meant for the one before: it chooses nothing.
    """

    chosen = Signal(object)
    opened = Signal()
    entered = Signal()
    scrolled = Signal()

    def __init__(
        self,
        around: Around,
        model: IncidentModel | ClosedModel,
        delegate: IncidentDelegate | ClosedDelegate,
        hold: OrderHold,
        name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._model, self._delegate, self._hold = model, delegate, hold
        self._hand_at: QPoint | None = None
        self._steps = _STEPS | _LETTER_STEPS if around.letters else _STEPS
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QTableView { background: transparent; border: none; }")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT * around.percent / 100))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._under = UnderPointer(self, model.incident_at, hold.seconds)
        delegate.pointed_row = self._under.row
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().sliderPressed.connect(hold.touched)
        self.verticalScrollBar().sliderMoved.connect(self._on_dragged)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._on_clicked)

    def choose_index(self, index: QModelIndex) -> None:
        """Choose the problem of a row and tell of it."""
        if index.isValid():
            self.show_chosen(index)
            self.chosen.emit(self._model.incident_at(index))

    def hold_order(self) -> None:
        """Let no row move for a while: a hand is on the list."""
        self._hold.touched()

    def show_chosen(self, index: QModelIndex) -> None:
        """Mark a row as the chosen one, an invalid index for none; tells nobody."""
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, select.ClearAndSelect | select.Rows)
        if not index.isValid():
            self.selectionModel().clear()

    def chosen_index(self) -> QModelIndex:
        """Return the row that is marked as chosen, an invalid index for none."""
        return next(iter(self.selectionModel().selectedIndexes()), QModelIndex())

    def move_choice(self, step: int) -> None:
        """Choose the next or the previous problem."""
        rows = self._model.rowCount()
        if not rows:
            return
        here = self.chosen_index()
        at = here.row() + step if here.isValid() else (0 if step > 0 else rows - 1)
        self.choose_index(self._model.index(max(0, min(rows - 1, at))))
        self.scrollTo(self.currentIndex())

    def rows_in_sight(self, *, whole: bool = True) -> range:
        """Return the rows that are at least half in sight, or every one of which a part is (`whole` is False)."""
        least = self.verticalHeader().defaultSectionSize() // 2 if whole else 0
        last_shown = self._model.rowCount() - 1
        first = self.rowAt(least)
        last = self.rowAt(self.viewport().height() - 1 - least)
        return range(max(0, first), (last_shown if last < 0 else last) + 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to somebody who came by Tab or F6."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self._delegate.by_keyboard = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Up, Down, J and K; Enter and Right go into the problem."""
        self._delegate.by_keyboard = True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in self._steps:
            self.move_choice(self._steps[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._model.rowCount() - 1
            self.choose_index(self._model.index(0 if event.key() == Qt.Key.Key_Home else last))
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.choose_index(self.currentIndex())
                self.entered.emit()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)
            self.choose_index(self.currentIndex())
        else:
            event.ignore()  # letters are keys of the window here, not a search in the list

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Select nothing while a finger or a button is down: a flick chooses no problem, a click does."""
        if isinstance(event, QMouseEvent):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the order while a hand moves in the list; a pointer at rest holds nothing."""
        if watched is self.viewport():
            if isinstance(event, QMouseEvent):
                self._delegate.by_keyboard &= event.type() != QEvent.Type.MouseButtonPress
                self._on_pointer(event)
                if self._under.is_misled(event):
                    self.viewport().update()
                    return True
            elif isinstance(event, QEnterEvent):
                self._under.moved(event.position().toPoint())
            elif event.type() == QEvent.Type.Wheel or isinstance(event, QTouchEvent):
                self._hold.touched()
            elif event.type() == QEvent.Type.Leave:
                self._hand_at = None
                self._under.moved(None)
        return super().eventFilter(watched, event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.choose_index(index)
        self.opened.emit()

    def _on_pointer(self, event: QMouseEvent) -> None:
        there = event.position().toPoint()
        pressed = event.type() == QEvent.Type.MouseButtonPress
        self._under.moved(there)
        if pressed or there != self._hand_at:  # rows that move under a resting pointer make such events, too
            self._hand_at = there
            self._hold.touched()

    def _on_dragged(self, _value: int) -> None:
        self._hold.touched()

    def _on_scrolled(self, _value: int) -> None:
        self._under.scrolled()
        self.scrolled.emit()
