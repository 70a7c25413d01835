"""Icons from a font of our own cut, sharp at every size, in any colour of the theme."""

import json
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from hospitality_desk.paths import resources_folder

_FOLDER = "icons"
_FONT = "MaterialDesignIcons6.ttf"
_CODES = "MaterialDesignIcons6.json"


@cache
def _codes() -> dict[str, str]:
    written = (resources_folder() / _FOLDER / _CODES).read_text(encoding="utf-8")
    return {name: chr(int(code, 16)) for name, code in json.loads(written).items()}


@cache
def _family() -> str:
    loaded = QFontDatabase.addApplicationFont(str(resources_folder() / _FOLDER / _FONT))
    families = QFontDatabase.applicationFontFamilies(loaded)
    return families[0] if families else ""


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, color: str) -> None:
    """Paint the icon as large as the rectangle; raises KeyError for a name the font has not."""
    box = QRectF(rect)
    face = QFont(_family())
    face.setPixelSize(max(1, round(min(box.width(), box.height()))))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setFont(face)
    painter.setPen(QColor(color))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _codes()[name])
    painter.restore()


class _FontIcon(QIconEngine):
    """An icon that is painted anew at every size, so that it is sharp on every screen."""

    def __init__(self, name: str, color: str, chosen: str) -> None:
        super().__init__()
        self._name, self._color, self._chosen = name, color, chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint in the chosen colour while checked."""
        color = self._chosen if state == QIcon.State.On else self._color
        paint_icon(painter, rect, self._name, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture with a clear ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another of the same."""
        return _FontIcon(self._name, self._color, self._chosen)


def icon(name: str, color: str, chosen: str | None = None) -> QIcon:
    """Return the icon in a colour, and in another while its button is checked."""
    if name not in _codes():
        raise KeyError(name)
    return QIcon(_FontIcon(name, color, chosen or color))
