"""A menu of choices, with the keyboard on its first line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu; without an act it is a separator, ticked ones are what stands."""

    words: str
    act: Callable[[], object] | None = None
    ticked: bool | None = None


SEPARATOR = Choice("")


def open_menu(parent: QWidget, name: str, choices: list[Choice], at: QPoint) -> QMenu:
    """Show a menu at a place on the screen, with the keyboard on its first line."""
    menu = QMenu(parent)
    menu.setObjectName(name)
    for choice in choices:
        if choice.act is None:
            menu.addSeparator()
            continue
        action = menu.addAction(choice.words.replace("&", "&&"))
        action.triggered.connect(lambda _on=False, act=choice.act: act())
        if choice.ticked is not None:
            action.setCheckable(True)
            action.setChecked(choice.ticked)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    first = next((action for action in menu.actions() if not action.isSeparator()), None)
    if first is not None:
        menu.setActiveAction(first)
    return menu
