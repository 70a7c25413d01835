"""Lets a person put a part of the line right: a menu where there is a list, a small field where there is none."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from hospitality_desk.desk.quick_log import Chosen, ChosenValue
from hospitality_desk.domain.quick_line import LineContext, PartName, ReadLine
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.quick_log.part_editor import PartEditor
from hospitality_desk.gui.quick_log.part_menu import MENUS, open_menu, part_options


class PartChooser(QObject):
    """Asks over the form, and tells what was chosen; the form keeps it."""

    chosen = Signal(object, object)
    """The PartName and the value a person gave it; None leaves the part out."""

    def __init__(self, around: Around, form: QWidget) -> None:
        super().__init__(form)
        self._around, self._form = around, form
        self.editor = PartEditor(around, form)
        self.editor.chosen.connect(self.chosen)

    def ask(self, name: PartName, chip: QWidget, read: ReadLine, chosen: Chosen, context: LineContext) -> None:
        """Ask for a part under its chip. What was left out is offered again as it was read."""
        part = read.first(name)
        value = chosen.get(name, None if part is None else part.value)
        if name not in MENUS:
            shown = value if value is not None or part is None else part.value
            under = chip.mapTo(self._form, chip.rect().bottomLeft() + QPoint(0, 6))
            self.editor.open_for(name, shown, context, under, is_left_out=value is None)
            return

        def choose(value: ChosenValue) -> None:
            self.chosen.emit(name, value)

        people = [person.name for person in self._around.acting.people]
        at = chip.mapToGlobal(chip.rect().bottomLeft() + QPoint(0, 4))
        open_menu(self._around, self._form, part_options(name, people), value, choose, at, f"menu_{name.value}")

    def take_open(self) -> bool:
        """Take what stands in the open field; False when it cannot be read and the field stays open."""
        if self.editor.isVisible():
            self.editor.take()
        return not self.editor.isVisible()
