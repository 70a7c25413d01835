"""Texts too faint for a dim room or old eyes: the ink against the ground it is really painted on (WCAG 2.x, AA)."""

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QWidget

from tests.gui.looking.painted import Painted, painted_texts

ENOUGH, ENOUGH_IF_LARGE = 4.5, 3.0
_LARGE, _LARGE_IF_BOLD = 24, 18.66
"""Pixels: from here on text is large."""
_SEMIBOLD = 600


def faint_texts(window: QWidget) -> list[str]:
    """Return a line for each text whose ink stands out too little; what cannot be used at the moment is exempt."""
    picture = window.grab().toImage()
    found = []
    # Chosen words are painted first; what is not chosen comes after, clipped around them, which we see as one box.
    first = {(run.text, run.widget, run.left, run.baseline): run for run in reversed(painted_texts(window))}
    for run in first.values():
        if not run.widget.isEnabled() or _lies_under(run, window):
            continue
        ground = _ground(picture, run)
        ratio = contrast(run.color, ground)
        enough = ENOUGH_IF_LARGE if _is_large(run) else ENOUGH
        if ratio < enough:
            words = f"{run.widget.objectName()}: {run.text!r} is {ratio:.1f}:1"
            found.append(f"{words}, {run.color.name()} on {ground.name()}")
    return found


def contrast(ink: QColor, ground: QColor) -> float:
    """Return the ratio of their luminances, 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ground(picture: QImage, run: Painted) -> QColor:
    """Return the colour most of the place has around the letters."""
    box: QRect = run.seen.toRect().adjusted(-2, -2, 2, 2).intersected(picture.rect())
    lines = (box.top(), box.center().y(), box.bottom())
    pixels = (picture.pixel(x, y) for y in lines for x in range(box.left(), box.right() + 1, 2))
    return QColor(Counter(pixels).most_common(1)[0][0])


def _is_large(run: Painted) -> bool:
    info = QFontInfo(run.face)
    return info.pixelSize() >= (_LARGE_IF_BOLD if info.weight() >= _SEMIBOLD else _LARGE)


def _lies_under(run: Painted, window: QWidget) -> bool:
    """Tell whether an overlay's veil dims it: it is not meant to be read now."""
    over = [each for each in window.findChildren(QWidget) if each.isVisible() and "overlay" in each.objectName()]
    return any(not veil.isAncestorOf(run.widget) for veil in over)
