"""Texts that cannot be read whole: cut at an edge, lines left out, painted over each other, short without a tip."""

import html
import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from tests.gui.looking.painted import Painted, is_on_top, painted_texts, room_of

_PIXEL = 1.0
"""A letter may lean so far over its edge."""


def clipped_texts(window: QWidget, is_whole: Callable[[str], bool] = lambda _words: False) -> list[str]:
    """Return a line for each text that cannot be read whole; `is_whole` knows sentences that end in "…" by nature."""
    runs = painted_texts(window)
    return [
        *(fault for run in runs if (fault := _cut(run))),
        *(fault for run in runs if (fault := _short_without_tip(run, window, is_whole))),
        *_over_each_other(runs, window),
        *_lines_left_out(runs, window),
    ]


def _name(widget: QWidget) -> str:
    here: QWidget | None = widget
    while here is not None and (not here.objectName() or here.objectName().startswith("qt_")):
        here = here.parentWidget()
    return here.objectName() if here is not None else type(widget).__name__


def _cut(run: Painted) -> str | None:
    if run.room.contains(run.ink):
        return None
    room, ink = run.room, run.outline
    over = {
        "left": room.left() - ink.left(),
        "right": ink.right() - room.right(),
        "top": room.top() - ink.top(),
        "bottom": ink.bottom() - room.bottom(),
    }
    sides = {side: round(by, 1) for side, by in over.items() if by > _PIXEL}
    across, down = _scrolls(run.widget)
    if down:
        sides.pop("top", None), sides.pop("bottom", None)
    if across:
        sides.pop("left", None), sides.pop("right", None)
    if not sides:
        return None
    where = ", ".join(f"{by:g} px at the {side}" for side, by in sides.items())
    return f"{_name(run.widget)}: {run.text!r} is cut, {where}"


def _scrolls(widget: QWidget) -> tuple[bool, bool]:
    """Tell whether what is out of sight can be brought into it: across, down."""
    across, down = isinstance(widget, QLineEdit) and bool(widget.text()), False
    here: QWidget | None = widget
    while here is not None:
        above = here.parentWidget()
        if isinstance(above, QAbstractScrollArea) and here is above.viewport():
            across |= above.horizontalScrollBar().maximum() > 0
            down |= above.verticalScrollBar().maximum() > 0
        here = above
    return across, down


def _short_without_tip(run: Painted, window: QWidget, is_whole: Callable[[str], bool]) -> str | None:
    if "…" not in run.text or is_whole(run.text):
        return None
    head, _dots, tail = run.text.partition("…")
    told = _all_words(run.widget)
    if any(run.text in words for words in told):
        return None
    tip = tool_tip(run, window)
    if tip and _flat(head)[:12] in _flat(tip) and _flat(tail)[-12:] in _flat(tip):
        return None
    return f"{_name(run.widget)}: {run.text!r} is cut short, and its tool tip says {tip!r}"


def _flat(words: str) -> str:
    return re.sub(r"[\s“”\"]+", " ", words).strip()


def tool_tip(run: Painted, window: QWidget) -> str:
    """Return what the tool tip says while the pointer rests on a text."""
    at = run.widget.mapFrom(window, visible_point(run))
    QApplication.sendEvent(run.widget, QHelpEvent(QEvent.Type.ToolTip, at, run.widget.mapToGlobal(at)))
    words = QToolTip.text() if QToolTip.isVisible() else ""
    for tip in QApplication.topLevelWidgets():  # left to itself a tip hides a while later; the next would be its heir
        if tip.windowType() == Qt.WindowType.ToolTip:
            tip.hide()
    return html.unescape(re.sub(r"</?span>", "", words))


def _over_each_other(runs: list[Painted], window: QWidget) -> list[str]:
    found = []
    downward = sorted(runs, key=lambda run: run.seen.top())
    for n, one in enumerate(downward):
        for other in downward[n + 1 :]:
            if other.seen.top() >= one.seen.bottom():
                break
            both = one.seen.intersected(other.seen)
            if both.width() <= 2 or both.height() <= 2 or _is_same(one, other):
                continue
            if all(is_on_top(run.widget, both.center(), window) for run in (one, other)):
                found.append(f"{_name(one.widget)}: {one.text!r} and {other.text!r} are painted over each other")
    return found


def _is_same(one: Painted, other: Painted) -> bool:
    """Tell whether it is one text that was painted twice in one place: chosen words in a field."""
    return (one.text, one.widget, one.left, one.baseline) == (other.text, other.widget, other.left, other.baseline)


def _lines_left_out(runs: list[Painted], window: QWidget) -> list[str]:
    """Find labels, buttons and fields of whose words not all were painted, and none of them says so with dots."""
    found = []
    for widget in window.findChildren(QWidget):
        words = _own_words(widget) if widget.isVisible() else None
        if words is None or not words.strip():
            continue
        if widget.width() < _NOTHING or widget.height() < _NOTHING:
            found.append(f"{_name(widget)}: {words!r} has no room at all, {widget.width()} x {widget.height()}")
        room = room_of(widget, window)
        if room.isEmpty() or (room.size() != widget.size() and _scrolls(widget)[1]):
            continue  # scrolled away, all or some of it
        inside = [run.text for run in runs if run.widget is widget or widget.isAncestorOf(run.widget)]
        shown = "".join("".join(inside).split())
        wanted = "".join(words.split())
        if inside and "…" not in shown and len(shown) < len(wanted):
            found.append(f"{_name(widget)}: of {words!r} only {' '.join(inside)!r} is painted")
    return found


_NOTHING = 6
"""Pixels: less shows no letter."""


def _own_words(widget: QWidget) -> str | None:
    """Return the words a widget means to show whole, or None when it shows them as it likes."""
    if isinstance(widget, ElidedLabel):
        return widget.text()
    if isinstance(widget, QLabel):
        return widget.text() if widget.textFormat() == Qt.TextFormat.PlainText else None
    if isinstance(widget, QAbstractButton):
        return re.sub(r"&(.)", r"\1", widget.text()) if _paints_text_itself(widget) else None
    if isinstance(widget, QLineEdit) and not widget.text():
        return widget.placeholderText()
    if isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.toPlainText():
        return widget.placeholderText()
    return None


def _paints_text_itself(button: QAbstractButton) -> bool:
    return type(button).paintEvent is QAbstractButton.paintEvent or "paintEvent" not in type(button).__dict__


def _all_words(widget: QWidget) -> list[str]:
    """Return the words of the widget as it knows them: dots that stand there were not made by want of room."""
    return [
        words
        for name in ("text", "placeholderText", "title", "toPlainText")
        if (ask := getattr(widget, name, None)) is not None and isinstance(words := ask(), str)
    ]


def visible_point(run: Painted) -> QPoint:
    """Return a point inside a run, in the window's coordinates."""
    return run.seen.center().toPoint()
