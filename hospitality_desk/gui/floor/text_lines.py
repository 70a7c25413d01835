"""One line of words in a row, cut short with dots where it must be, from the reading side."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QToolTip

from hospitality_desk.gui.floor.row_layout import RowText
from hospitality_desk.gui.widgets.plain_tip import plain_tip


def write_texts(painter: QPainter, card: QRect, texts: Iterable[RowText], direction: Qt.LayoutDirection) -> None:
    """Paint the words where they stand, mirrored in the card where reading runs from the right."""
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    flat = int(flags.value) | int(Qt.TextFlag.TextSingleLine.value)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text runs as its own script does
    for text in texts:
        if text.box.width() <= 0 or not text.words:
            continue
        shown = QFontMetrics(text.face).elidedText(text.words, Qt.TextElideMode.ElideRight, text.box.width())
        painter.setFont(text.face)
        painter.setPen(QColor(text.color))
        painter.drawText(QStyle.visualRect(direction, card, text.box), flat, shown)


def cut_words(texts: Iterable[RowText], at: QPoint) -> str | None:
    """Return the whole of the line at this point when something in it is cut short, else None."""
    lines: dict[int, list[RowText]] = {}
    for text in texts:
        if text.words and text.box.top() <= at.y() <= text.box.bottom():
            lines.setdefault(text.line, []).append(text)
    for line in lines.values():
        if any(text.is_cut for text in line):
            return ", ".join(text.words for text in sorted(line, key=lambda text: text.box.left()))
    return None


def tell_cut_words(event: QHelpEvent, view: QAbstractItemView, texts: Iterable[RowText]) -> bool:
    """Show a tool tip for the line under the pointer when it is cut short; always handled."""
    words = cut_words(texts, event.pos())
    if words is None:
        QToolTip.hideText()
    else:
        QToolTip.showText(event.globalPos(), plain_tip(words), view)
    return True
