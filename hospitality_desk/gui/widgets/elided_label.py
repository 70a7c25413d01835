"""A line of text that is cut short with dots where it must be, and then says the whole in its tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hospitality_desk.gui.widgets.plain_tip import plain_tip

_LINE_AT_MOST = 400
"""Characters that are measured at all; no pane shows more on one line."""


class ElidedLabel(QLabel):
    """One line, never wrapped; `text()` and the accessible name stay whole."""

    def __init__(self, name: str, face: QFont, color: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(face)
        self._color = QColor(color)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._tell_the_rest()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return room for the dots alone."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance("…"), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the room the words would like."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._line()) + 1, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether the words fit."""
        super().resizeEvent(event)
        self._tell_the_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._color)
        shown = QFontMetrics(self.font()).elidedText(self._line(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment().value), shown)

    def _line(self) -> str:
        return " ".join(self.text()[:_LINE_AT_MOST].split())

    def _tell_the_rest(self) -> None:
        fits = QFontMetrics(self.font()).horizontalAdvance(self._line()) <= self.width()
        self.setToolTip("" if fits else plain_tip(self._line()))
