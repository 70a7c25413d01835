"""Puts widgets side by side and goes on in a next row where they do not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of widgets at their own size, from the reading side; hidden ones take no room."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower place needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how tall the rows are at a width."""
        return self._flow(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place them."""
        super().setGeometry(rect)
        self._flow(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the room for all of them in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(0, wide), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest one."""
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest = max((hint.width() for hint in hints), default=0)
        return QSize(widest, max((hint.height() for hint in hints), default=0))

    def _flow(self, rect: QRect, *, place: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        left, top, tall = 0, 0, 0
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), rect.width())
            if left and left + wide > rect.width():
                self._set(row, tall, place=place)
                left, top, tall, row = 0, top + tall + self._gap, 0, []
            x = rect.right() + 1 - left - wide if mirrored else rect.left() + left
            row.append((item, QRect(QPoint(x, rect.top() + top), QSize(wide, hint.height()))))
            left += wide + self._gap
            tall = max(tall, hint.height())
        self._set(row, tall, place=place)
        return top + tall

    def _set(self, row: list[tuple[QLayoutItem, QRect]], tall: int, *, place: bool) -> None:
        if place:
            for item, rect in row:
                item.setGeometry(rect.translated(0, (tall - rect.height()) // 2))
