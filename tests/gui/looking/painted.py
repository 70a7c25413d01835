"""What is painted as text: every run with its place, its room and its widget, also what delegates paint."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

_PRIVATE_USE = range(0xE000, 0xF900), range(0xF0000, 0x10FFFE)
"""Our icons are letters of an icon font, from here."""


@dataclass(frozen=True, slots=True)
class Painted:
    """One run of text. Rectangles are in the window's coordinates."""

    text: str
    ink: QRectF
    """What the letters cover."""
    room: QRectF
    """Where it may be seen: inside its widget and all that lies in, and inside what the painter was told to clip."""
    widget: QWidget
    baseline: float
    left: float
    width: float
    seen: QRectF
    """What of the ink is inside its room."""
    face: QFont
    color: QColor

    @property
    def outline(self) -> QRectF:
        """Return what the letters cover to a fraction of a pixel; `ink` is rounded up."""
        path = QPainterPath()
        path.addText(self.left, self.baseline, self.face, self.text)
        return path.boundingRect()


def painted_texts(window: QWidget) -> list[Painted]:
    """Return every run of text a person may see, in the order it was painted; icons are left out.

    The window paints itself once more, onto a device that notes down text and paints nothing. What another widget
    lies over (an overlay's panel over the list) is left out.
    """
    notebook = _Notebook(window)
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(notebook)
    try:
        window.render(notebook.device, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    finally:
        app.removeEventFilter(notebook)
    runs = notebook.engine.runs
    return [run for run in runs if not run.seen.isEmpty() and is_on_top(run.widget, run.seen.center(), window)]


def is_on_top(widget: QWidget, at: QPointF, window: QWidget) -> bool:
    """Tell whether nothing that hides it lies over the widget at a point of the window.

    A label or a button over a text does not hide it: both are seen, one through the other.
    """
    here = window.childAt(at.toPoint())
    while here is not None and here is not window and here is not widget and not here.isAncestorOf(widget):
        if _hides(here, window):
            return widget.isAncestorOf(here)
        here = here.parentWidget()
    return True


def _hides(widget: QWidget, window: QWidget) -> bool:
    """Tell a panel, which paints a ground of its own, from what lies on one; so is all that lies over the frame."""
    if widget.parentWidget() is window:
        return True
    paints = next(each for each in type(widget).__mro__ if "paintEvent" in each.__dict__)
    return not paints.__module__.startswith("PySide6") and not isinstance(widget, QLabel | QAbstractButton)


class _Notebook(QObject):
    """Knows which widget is painting, and what it painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.engine = _Engine(window)
        self.device = _Device(window.size(), self.engine)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.engine.widget = watched
        return False


class _Device(QPaintDevice):
    def __init__(self, size: QSize, engine: QPaintEngine) -> None:
        super().__init__()
        self._size, self._engine = size, engine

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, what: QPaintDevice.PaintDeviceMetric) -> int:
        sort = QPaintDevice.PaintDeviceMetric
        dots = (sort.PdmDpiX, sort.PdmDpiY, sort.PdmPhysicalDpiX, sort.PdmPhysicalDpiY)
        known = {sort.PdmWidth: self._size.width(), sort.PdmHeight: self._size.height(), sort.PdmDepth: 32}
        known |= {sort.PdmDevicePixelRatio: 1, sort.PdmDevicePixelRatioScaled: 0x10000}
        known |= dict.fromkeys(dots, 96) | {sort.PdmWidthMM: 300, sort.PdmHeightMM: 200, sort.PdmNumColors: 1 << 24}
        return known.get(what, 0)


class _Engine(QPaintEngine):
    def __init__(self, window: QWidget) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._window = window
        self._rooms: dict[QWidget, QRectF] = {}
        self.runs: list[Painted] = []
        self.widget = window
        self._transform = QTransform()
        self._clip: QRectF | None = None
        self._clips = False
        self._color = QColor()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        dirty, flag = state.state(), QPaintEngine.DirtyFlag
        if dirty & flag.DirtyTransform:
            self._transform = state.transform()
        if dirty & flag.DirtyClipRegion:
            self._clip_by(QRectF(state.clipRegion().boundingRect()), state)
        elif dirty & flag.DirtyClipPath:
            self._clip_by(state.clipPath().boundingRect(), state)
        if dirty & flag.DirtyPen:
            self._color = state.pen().color()
        self._clips = state.isClipEnabled()

    def _clip_by(self, shape: QRectF, state: QPaintEngineState) -> None:
        mapped = state.transform().mapRect(shape)
        operation = state.clipOperation()
        if operation == Qt.ClipOperation.NoClip:
            self._clip = None
        elif operation == Qt.ClipOperation.IntersectClip and self._clip is not None:
            self._clip = self._clip.intersected(mapped)
        else:
            self._clip = mapped

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        text = item.text().replace("\N{NO-BREAK SPACE}", " ").rstrip()
        if not text.strip() or all(_is_icon(letter) for letter in text):
            return
        face = QFont(item.font())
        place = self._transform.map(at)
        ink = self._transform.mapRect(QFontMetricsF(face).tightBoundingRect(text).translated(at))
        if self.widget not in self._rooms:
            self._rooms[self.widget] = QRectF(room_of(self.widget, self._window))
        room = self._rooms[self.widget]
        if self._clips and self._clip is not None:
            room = room.intersected(self._clip)
        self.runs.append(
            Painted(
                text=text, ink=ink, room=room, widget=self.widget, baseline=place.y(), left=place.x(),
                width=item.width(), seen=ink.intersected(room), face=face,
                color=QColor(self._color),
            )
        )  # fmt: skip

    # What is no text leaves no trace here.
    def drawPixmap(self, *_args: object) -> None: ...
    def drawImage(self, *_args: object) -> None: ...
    def drawTiledPixmap(self, *_args: object) -> None: ...
    def drawPath(self, *_args: object) -> None: ...
    def drawRects(self, *_args: object) -> None: ...
    def drawLines(self, *_args: object) -> None: ...
    def drawPolygon(self, *_args: object) -> None: ...
    def drawEllipse(self, *_args: object) -> None: ...
    def drawPoints(self, *_args: object) -> None: ...


def _is_icon(letter: str) -> bool:
    return any(ord(letter) in block for block in _PRIVATE_USE)


def room_of(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget can show anything: its rectangle inside all it lies in, in the window's coordinates."""
    room = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) if widget is not window else window.rect()
    above = widget.parentWidget()
    while widget is not window and above is not None:
        start = above.mapTo(window, QPoint(0, 0)) if above is not window else QPoint(0, 0)
        room = room.intersected(QRect(start, above.size()))
        if above is window:
            break
        above = above.parentWidget()
    return room
