"""The pages as they will be printed, two beside each other where there is room, on the desk's ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScroller, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.focus_ring import paint_focus_ring
from hospitality_desk.words import _

_GAP, _MARGIN, _WIDEST, _TWO_FROM = 20, 20, 760, 900
"""Pixels at 100 %: between pages, around them, a page's own width at most, and the room for two."""
_KEPT = 12
"""Pages whose pictures are kept."""
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ANY = QSize(210, 297)


class PageView(QAbstractScrollArea):
    """Renders what is in sight, one page after the other, so that the window stays alive."""

    moved = Signal()
    """Other pages are in sight."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QAbstractScrollArea { background: transparent; border: none; }")
        self._theme, self._scale = around.theme, around.percent / 100
        self._document: QPdfDocument | None = None
        self._pictures: dict[int, QImage] = {}
        self._in_sight = (0, 0)
        self._by_keyboard = False
        self._timer = QTimer(self)
        self._timer.setObjectName("page_view_timer")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._render_next)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return 0 if self._document is None else self._document.pageCount()

    @property
    def is_painted(self) -> bool:
        """Tell whether every page in sight is rendered."""
        first, last = self._in_sight
        return bool(self.pages) and all(n in self._pictures for n in range(first, last + 1))

    def show_document(self, document: QPdfDocument | None) -> None:
        """Show the pages of this one from the first."""
        self._document = document
        self._pictures.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._look()

    def in_sight(self) -> tuple[int, int]:
        """Return the first and the last page in sight, counted from 1; zeros where there is none."""
        if not self.pages:
            return 0, 0
        return self._in_sight[0] + 1, self._in_sight[1] + 1

    def step(self, by: int) -> None:
        """Turn to the next pages (1) or the ones before (-1)."""
        row = self._in_sight[0] // self._columns()
        self.verticalScrollBar().setValue((row + by) * self._pitch())

    def can_step(self, by: int) -> bool:
        """Tell whether there are pages on that side."""
        first, last = self._in_sight
        return self.pages > 0 and (first > 0 if by < 0 else last < self.pages - 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to somebody who came by a key."""
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with the page keys, scroll with the arrows."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.step(1)
            case Qt.Key.Key_PageUp:
                self.step(-1)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                bar.setValue(bar.value() + (60 if event.key() == Qt.Key.Key_Down else -60))
            case _other:
                event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew; the same pages stay in sight."""
        first = self._in_sight[0]
        super().resizeEvent(event)
        self._pictures.clear()
        self._measure()
        if self.pages:
            self.verticalScrollBar().setValue(first // self._columns() * self._pitch())
        self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the pages in sight as far as they are rendered."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.bg))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        first, last = self._in_sight
        for n in range(first, last + 1) if self.pages else ():
            box = self._box(n)
            picture = self._pictures.get(n)
            if picture is None:
                painter.fillRect(box, QColor(self._theme.raised))
            else:
                painter.drawImage(QRectF(box), picture, QRectF(QPointF(0, 0), picture.size().toSizeF()))
            painter.setPen(QPen(QColor(self._theme.line2), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if self.hasFocus() and self._by_keyboard:
            paint_focus_ring(painter, QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), self._theme, 3)

    def _on_scrolled(self, _value: int) -> None:
        self.viewport().update()
        self._look()

    def _look(self) -> None:
        """See which pages are in sight, tell of it, and render what is missing."""
        if self.pages:
            top = self.verticalScrollBar().value()
            pitch, columns, tall = self._pitch(), self._columns(), self.viewport().height()
            first_row = max(0, (top + pitch // 2 - 1) // pitch)
            last_row = max(first_row, (top + tall - pitch // 2) // pitch)
            shown_first = max(0, (top - self._px(_MARGIN)) // pitch) * columns
            shown_last = min(self.pages - 1, ((top + tall) // pitch + 1) * columns - 1)
            self._in_sight = min(first_row * columns, self.pages - 1), min(self.pages - 1, (last_row + 1) * columns - 1)
            self._to_render = range(shown_first, shown_last + 1)
            if any(n not in self._pictures for n in self._to_render):
                self._timer.start(0)
        first, last = self.in_sight()
        self.setAccessibleName(_("Pages {first} to {last} of {all}").format(first=first, last=last, all=self.pages))
        self.setAccessibleDescription(self._words())
        self.moved.emit()
        self.viewport().update()

    def _words(self) -> str:
        """Return what stands on the pages in sight, for a screen reader."""
        document = self._document
        if document is None or not self.pages:
            return ""
        first, last = self._in_sight
        return "\n".join(document.getAllText(n).text() for n in range(first, last + 1))

    def _render_next(self) -> None:
        document = self._document
        missing = [n for n in self._to_render if n not in self._pictures] if document is not None else []
        if document is None or not missing:
            return
        n, ratio = missing[0], self.devicePixelRatioF()
        size = self._box(n).size() * ratio
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.drawImage(0, 0, document.render(n, size))
        painter.end()
        if self._theme.is_dark:
            picture = self._darkened(picture)
        while len(self._pictures) >= _KEPT:
            del self._pictures[next(each for each in self._pictures)]
        self._pictures[n] = picture
        self.viewport().update()
        if len(missing) > 1:
            self._timer.start(0)

    def _darkened(self, picture: QImage) -> QImage:
        """Return a page for a dim room: it would be the brightest thing there; on paper it is black on white."""
        gray = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        gray.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        ink, ground = QColor(self._theme.text), QColor(self._theme.raised)
        gray.setColorTable([_between(ink, ground, n / 255).rgb() for n in range(256)])
        return gray

    def _columns(self) -> int:
        return 2 if self.pages > 1 and self.viewport().width() >= self._px(_TWO_FROM) else 1

    def _page(self) -> QSize:
        """Return a page's size at the width there is."""
        columns = self._columns()
        room = self.viewport().width() - 2 * self._px(_MARGIN) - (columns - 1) * self._px(_GAP)
        wide = min(self._px(_WIDEST), room // columns)
        size = self._document.pagePointSize(0) if self._document is not None and self.pages else _ANY.toSizeF()
        return QSize(max(1, wide), max(1, round(wide * size.height() / max(1.0, size.width()))))

    def _pitch(self) -> int:
        return self._page().height() + self._px(_GAP)

    def _box(self, n: int) -> QRect:
        size, columns = self._page(), self._columns()
        whole = columns * size.width() + (columns - 1) * self._px(_GAP)
        column = n % columns
        if self.isRightToLeft():
            column = columns - 1 - column
        left = (self.viewport().width() - whole) // 2 + column * (size.width() + self._px(_GAP))
        top = self._px(_MARGIN) + n // columns * self._pitch() - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _measure(self) -> None:
        columns = self._columns()
        rows = -(-self.pages // columns)
        tall = rows * self._pitch() - self._px(_GAP) + 2 * self._px(_MARGIN) if rows else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, tall - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._px(40))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    inks = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(here + (there - here) * share) for here, there in inks))
