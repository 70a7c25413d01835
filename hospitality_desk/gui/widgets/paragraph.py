"""A few sentences of our own, wrapped, with the lines as far apart as the design wants them."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role


class Paragraph(QLabel):
    """A label that is never narrower than its longest word. `line` is the distance of its lines in pixels at 100 %."""

    def __init__(
        self,
        around: Around,
        name: str,
        role: Role,
        color: str,
        *,
        line: int,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(around.font(role))
        self.setAlignment(alignment | Qt.AlignmentFlag.AlignTop)
        self._color, self._line = color, round(line * around.percent / 100)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Grow with the lines it needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return len(self._lines(min(width, self.maximumWidth()))) * self._line

    def sizeHint(self) -> QSize:
        """Return the room for every paragraph on one line."""
        wide = max((self.fontMetrics().horizontalAdvance(each) for each in self.text().split("\n")), default=0)
        return QSize(wide + 2, self._line * (self.text().count("\n") + 1))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word."""
        words = self.text().split()
        return QSize(max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0) + 2, self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(QColor(self._color))
        painter.setFont(self.font())
        top = 0.0
        for layout in self._lines(self.width()):
            line = layout.lineAt(0)
            layout.draw(painter, QPointF(0, top + (self._line - line.height()) / 2 - line.y()))
            top += self._line

    def _lines(self, width: int) -> list[QTextLayout]:
        """Return each line as a layout of its own."""
        lines = []
        for paragraph in self.text().split("\n"):
            for words in self._wrapped(paragraph, width):
                layout = self._laid_out(words)
                layout.beginLayout()
                layout.createLine().setLineWidth(width)
                layout.endLayout()
                lines.append(layout)
        return lines

    def _wrapped(self, paragraph: str, width: int) -> list[str]:
        layout = self._laid_out(paragraph)
        found = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return found or [""]

    def _laid_out(self, words: str) -> QTextLayout:
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(side & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(self.layoutDirection())
        layout = QTextLayout(words, self.font())
        layout.setTextOption(option)
        return layout
