"""Where Tab stops inside a part of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_stops(within: QWidget) -> list[QWidget]:
    """Return the enabled, visible widgets in `within` that take the keyboard, in the window's order of focus."""
    stops: list[QWidget] = []
    each = within.nextInFocusChain()
    while each is not None and each is not within:
        takes_tab = bool(each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if takes_tab and each.isEnabled() and within.isAncestorOf(each) and each.isVisibleTo(within):
            stops.append(each)
        each = each.nextInFocusChain()
    return [stop for stop in stops if stop.focusProxy() is None]
