"""What the strip says of the similar problem: a bold line, and who wrote what, in two lines at most."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.plain_tip import plain_tip

_TITLE_LINE, _LINE, _LINES = 21, 21, 2
_LOOKED_AT = 400
_DOTS = "…"
_SERIF_SHARE = 15 / 16


class Words(NamedTuple):
    """A sentence in two voices: the guest's own words stand in it in the serif."""

    before: str
    quoted: str
    after: str
    own_words: bool

    @property
    def whole(self) -> str:
        """Return the sentence."""
        return self.before + self.quoted + self.after


class StripWords(QWidget):
    """As high as its words need; what does not fit in two lines is cut with dots and whole in the tool tip."""

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("similar_words")
        self._around = around
        self._serif = around.font(Role.WORDS)
        self._serif.setPointSizeF(self._serif.pointSizeF() * _SERIF_SHARE)  # it stands in a line of small words
        self._title = ""
        self._words = Words("", "", "", False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, title: str, words: Words) -> None:
        """Show these words."""
        quoted = " ".join(words.quoted[: 2 * _LOOKED_AT].split())
        quoted = quoted if len(quoted) <= _LOOKED_AT else quoted[:_LOOKED_AT].rstrip() + _DOTS
        self._title, self._words = title, words._replace(quoted=quoted)
        self.setAccessibleName(f"{title}. {words.whole}")
        self.updateGeometry()
        self.update()

    @property
    def whole(self) -> tuple[str, str]:
        """Return both lines as they would be with room enough."""
        return self._title, self._words.whole

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what both lines need at a width."""
        titles = len(self._laid(Words(self._title, "", "", False), width, self._around.font(Role.BODY_BOLD))[1])
        lines = len(self._laid(self._words, width)[1])
        return self._px(_TITLE_LINE) * titles + self._px(_LINE) * lines

    def sizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(self._px(200), self.heightForWidth(max(self.width(), self._px(200))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both, the bold line first."""
        theme = self._around.theme
        painter = QPainter(self)
        bold = self._around.font(Role.BODY_BOLD)
        title, title_lines = self._laid(Words(self._title, "", "", False), self.width(), bold)
        painter.setPen(QColor(theme.text))
        title.draw(painter, QPointF(0, 0))
        layout, _lines = self._laid(self._words, self.width())
        painter.setPen(QColor(theme.text2))
        layout.draw(painter, QPointF(0, self._px(_TITLE_LINE) * len(title_lines)))
        is_cut = _DOTS in (layout.text()[-1:], title.text()[-1:]) and layout.text() != self._words.whole
        self.setToolTip(plain_tip(self._words.whole) if is_cut else "")

    def _laid(self, words: Words, width: int, face: QFont | None = None) -> tuple[QTextLayout, list[QRectF]]:
        """Lay the words out in two lines at most, shortened until they fit."""
        laid = self._layout(words, len(words.whole), width, face)
        if len(laid[1]) <= _LINES:
            return laid
        low, high = 0, len(words.whole)
        while high - low > 1:
            middle = (low + high) // 2
            if len(self._layout(words, middle, width, face)[1]) <= _LINES:
                low = middle
            else:
                high = middle
        return self._layout(words, low, width, face)

    def _layout(self, words: Words, kept: int, width: int, face: QFont | None) -> tuple[QTextLayout, list[QRectF]]:
        whole = words.whole
        text = whole if kept == len(whole) else whole[:kept].rstrip() + _DOTS
        small = face or self._around.font(Role.SMALL)
        layout = QTextLayout(text, small)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        if words.own_words:
            serif = QTextCharFormat()
            serif.setFont(self._serif)
            start, quoted = _in_qt(words.before), _in_qt(words.quoted)
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, min(quoted, max(0, _in_qt(text) - start)), serif
            layout.setFormats([span])
        tall = self._px(_LINE if face is None else _TITLE_LINE)
        metrics = QFontMetricsF(small)
        base = (tall + metrics.ascent() - metrics.descent()) / 2
        lines: list[QRectF] = []
        layout.beginLayout()
        while len(lines) <= _LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, tall * len(lines) + base - line.ascent()))
            lines.append(line.rect())
        layout.endLayout()
        return layout, lines

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _in_qt(text: str) -> int:
    """Return how long a text is as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
