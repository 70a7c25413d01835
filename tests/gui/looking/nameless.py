"""Controls a screen reader cannot name, and controls a thumb cannot hit."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

_EDITED_WHERE_IT_STANDS = "a line of the header, which is 134 high in all; edited in calm, not mid-service"
SMALL_ON_PURPOSE = {
    "header_place": _EDITED_WHERE_IT_STANDS,
    "header_guest": _EDITED_WHERE_IT_STANDS,
    "header_phone": _EDITED_WHERE_IT_STANDS,
    "header_kind": _EDITED_WHERE_IT_STANDS,
    "header_severity": _EDITED_WHERE_IT_STANDS,
    "header_owner": _EDITED_WHERE_IT_STANDS,
    "header_promise": _EDITED_WHERE_IT_STANDS,
    "header_happened": _EDITED_WHERE_IT_STANDS,
    "note_when": "inside the note's field, which is 48 high; hardly ever anything but now",
    "quick_log_line": "38 high by design; it has the keyboard as soon as it is there, and air around it",
    "story_title": _EDITED_WHERE_IT_STANDS,
    "story_subtitle": _EDITED_WHERE_IT_STANDS,
    "margin_label": "one line of many in a list at a desk, 30 high; edited in calm, not mid-service",
    "decided_pencil": "a row of a list at a desk, 34 high by design",
}
"""Object names of controls under 44 x 44, each with its reason."""
_TOUCH = 44


def nameless(window: QWidget) -> list[str]:
    """Return a line for each focusable control without a name, and for each row of a list that says nothing."""
    found = []
    for widget in _controls(window):
        if isinstance(widget, QScrollArea) or widget.focusProxy() is not None:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        name = face.text(QAccessible.Text.Name) if face is not None else ""
        if not name.strip() or (isinstance(widget, QComboBox) and not _is_labelled(widget, window)):
            found.append(f"{_words_for(widget)} has no name")
        if isinstance(widget, QAbstractItemView):
            found += _silent_rows(widget)
    return found


def small_targets(window: QWidget, least: int = _TOUCH) -> list[str]:
    """Return a line for each control that is smaller than a thumb and not so on purpose."""
    return [
        f"{_words_for(widget)} is {widget.width()} x {widget.height()}"
        for widget in _controls(window)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QTextEdit | QPlainTextEdit)
        and (widget.width() < least or widget.height() < least)
        and not isinstance(widget.parentWidget(), QComboBox)
        and widget.objectName().rstrip("_0123456789") not in SMALL_ON_PURPOSE
    ]


def _controls(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _is_inner(widget)
    ]


def _is_inner(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and widget is above.viewport()


def _is_labelled(combo: QComboBox, window: QWidget) -> bool:
    buddies = [label.buddy() for label in window.findChildren(QLabel)]
    return bool(combo.accessibleName()) or combo in buddies


def _silent_rows(view: QAbstractItemView) -> list[str]:
    model = view.model()
    if model is None:
        return []
    silent = [
        at
        for at in range(model.rowCount(QModelIndex()))
        if not str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "").strip()
        and not str(model.index(at, 0).data(Qt.ItemDataRole.DisplayRole) or "").strip()
    ]
    return [f"{_words_for(view)}: row {at} says nothing" for at in silent]


def _words_for(widget: QWidget) -> str:
    here: QWidget | None = widget
    while here is not None and not here.objectName():
        here = here.parentWidget()
    named = here.objectName() if here is not None else "?"
    return f"{named} ({type(widget).__name__})"
