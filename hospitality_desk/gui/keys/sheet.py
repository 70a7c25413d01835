"""The sheet of keys: what they do, in groups, and how they are written on this system."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.keys.key_list import GROUP_WORDS, KeyGroup, KeyLine, shown_key
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.words import _

_COLUMNS = {
    1: (tuple(KeyGroup),),
    2: ((KeyGroup.ANYWHERE, KeyGroup.LOGGING, KeyGroup.STORIES), (KeyGroup.LIST, KeyGroup.PROBLEM)),
    3: ((KeyGroup.ANYWHERE,), (KeyGroup.PROBLEM,), (KeyGroup.LIST, KeyGroup.LOGGING, KeyGroup.STORIES)),
}
COLUMN_WIDTH, MOST_COLUMNS = 376, 3
"""What a column takes at 100 %, with the room beside it."""


class KeySheet(QWidget):
    """A panel for an overlay: one to three columns of groups. Up, Down and the page keys scroll where it is long."""

    close_asked = Signal()

    def __init__(
        self, around: Around, lines: Sequence[KeyLine], *, columns: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self._around = around
        self.lines = tuple(lines)
        scale = around.percent / 100
        title = _label(around, _("All keys"), Role.TITLE, around.theme.text)
        title.setObjectName("key_sheet_title")
        self.close_button = Button(_("Close") + "  Esc", ButtonKind.QUIET, "key_sheet_close", self)
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.setFont(around.font(Role.BODY))
        self.close_button.clicked.connect(self.close_asked)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(round(36 * scale))
        side_by_side.setContentsMargins(0, 0, round(10 * scale), 0)
        for groups in _COLUMNS[columns]:
            side_by_side.addLayout(self._column(groups), 1)
        inner = QWidget()
        inner.setLayout(side_by_side)
        self._area = TallScroll("key_sheet_area", inner, self)
        self._wide = round(columns * COLUMN_WIDTH * scale)
        whole = QVBoxLayout(self)
        pad = round(24 * scale)
        whole.setContentsMargins(pad, round(16 * scale), round(16 * scale), round(20 * scale))
        whole.setSpacing(round(8 * scale))
        whole.addLayout(head)
        whole.addWidget(self._area, 1)

    def sizeHint(self) -> QSize:
        """Be as high as all keys."""
        whole = self.layout()
        if whole is None:
            return super().sizeHint()
        around = whole.contentsMargins()
        rest = around.top() + around.bottom() + whole.spacing() + self.close_button.sizeHint().height()
        return QSize(self._wide, self._area.tall_for(self._wide - around.left() - around.right()) + rest)

    def minimumSizeHint(self) -> QSize:
        """Shrink with the window; the keys scroll then."""
        return QSize(320, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _column(self, groups: Sequence[KeyGroup]) -> QVBoxLayout:
        scale = self._around.percent / 100
        column = QVBoxLayout()
        column.setSpacing(round(6 * scale))
        for group in groups:
            lines = [line for line in self.lines if line.group == group]
            if not lines:
                continue
            words = _label(self._around, _(GROUP_WORDS[group]), Role.SMALL_BOLD, self._around.theme.text2)
            words.setContentsMargins(0, round(8 * scale), 0, 0)
            column.addWidget(words)
            grid = QGridLayout()
            grid.setVerticalSpacing(round(4 * scale))
            grid.setHorizontalSpacing(round(12 * scale))
            grid.setColumnStretch(0, 1)
            for n, line in enumerate(lines):
                does = _label(self._around, line.does, Role.BODY, self._around.theme.text)
                does.setWordWrap(True)
                grid.addWidget(does, n, 0)
                grid.addWidget(_Caps(self._around, line.keys), n, 1, Qt.AlignmentFlag.AlignRight)
            column.addLayout(grid)
        column.addStretch(1)
        return column


class _Caps(QWidget):
    """Keys as key caps, one behind the other."""

    def __init__(self, around: Around, keys: Sequence[str]) -> None:
        super().__init__()
        self._around = around
        self._words = [shown_key(key) for key in keys]
        self._face = around.font(Role.CAPTION_MEDIUM)
        self._tall = round(24 * around.percent / 100)
        self.setAccessibleName(", ".join(self._words))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Be as wide as the caps."""
        return QSize(sum(self._wide(words) + 6 for words in self._words), self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._face)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0
        for words in self._words:
            wide = self._wide(words)
            left = self.width() - x - wide if right else x
            cap = QRectF(left + 0.5, 0.5, wide - 1, self._tall - 1)
            painter.setPen(QColor(self._around.theme.line2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(QColor(self._around.theme.text2))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), words)
            x += wide + 6

    def _wide(self, words: str) -> int:
        return max(self._tall, QFontMetrics(self._face).horizontalAdvance(words) + 14)


def _label(around: Around, words: str, role: Role, color: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(around.font(role))
    label.setStyleSheet(f"color: {color};")
    return label
