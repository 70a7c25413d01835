"""The menus of the quick log: a kind, a severity, an owner, and who told us."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hospitality_desk.desk.quick_log import ChosenValue
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.incidents import NOT_YET_KNOWN, PROBLEM_KINDS
from hospitality_desk.domain.quick_line import PartName
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.quick_log.part_words import SEVERITY_WORDS
from hospitality_desk.words import _

MENUS = (PartName.KIND, PartName.SEVERITY, PartName.OWNER)
Value = TypeVar("Value")


def part_options(name: PartName, people: Iterable[str]) -> tuple[tuple[str, ChosenValue], ...]:
    """Return the words and values to choose from for a part; None leaves the part out."""
    match name:
        case PartName.KIND:
            kinds = [kind for kind in PROBLEM_KINDS if kind != NOT_YET_KNOWN]
            return (*((_(kind), kind) for kind in kinds), (_(NOT_YET_KNOWN), None))
        case PartName.SEVERITY:
            named = ((_(SEVERITY_WORDS[severity]), severity.value) for severity in Severity)
            return (*named, (_("Leave it out"), None))
        case _:
            return (*((person, person) for person in people), (_("Leave it out"), None))


def open_menu(
    around: Around,
    parent: QWidget,
    options: Iterable[tuple[str, Value]],
    now: Value,
    choose: Callable[[Value], None],
    at: QPoint,
    name: str,
) -> QMenu:
    """Show a menu of which one thing is chosen; it forgets itself when it closes. `at` is a point of the screen."""
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setFont(around.font(Role.BODY))
    group = QActionGroup(menu)
    for words, value in options:
        option = QAction(words.replace("&", "&&"), menu)
        option.setCheckable(True)
        option.setChecked(value == now)
        option.triggered.connect(lambda _checked=False, value=value: choose(value))
        group.addAction(option)
        menu.addAction(option)
        if option.isChecked():
            menu.setActiveAction(option)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu
