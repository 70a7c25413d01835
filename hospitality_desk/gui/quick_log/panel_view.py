"""How the quick log is laid out: the head, the line, its chips, the foot."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.quick_log.chips_row import ChipsRow
from hospitality_desk.gui.quick_log.foot import Foot
from hospitality_desk.gui.quick_log.header import Header
from hospitality_desk.gui.quick_log.line_edit import LineEdit
from hospitality_desk.gui.quick_log.part_chooser import PartChooser


class PanelView(QWidget):
    """The parts of the form, in the order the keyboard visits them: the line first."""

    def __init__(self, around: Around, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("quick_log")
        self.header = Header(around, self)
        self.line = LineEdit(around, self)
        rule = QWidget(self)
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {around.theme.line}")
        self.chips = ChipsRow(around, self)
        self.foot = Foot(around, self)
        self.chooser = PartChooser(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 9, 24, 22)
        column.setSpacing(0)
        gaps = ((self.header, 1), (self.line, 15), (rule, 14), (self.chips, 14), (self.foot, 0))
        for widget, gap in gaps:
            column.addWidget(widget)
            column.addSpacing(gap)
        self.line.installEventFilter(self)
        stops = (self.line, *self.chips.chips.values(), *self.foot.stops, self.header.source, self.header.close_button)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what stands in the small field when the hand goes back to the line."""
        if event.type() == QEvent.Type.FocusIn:
            self.chooser.take_open()
        return False
