"""How the quick log is laid out: the head, the line, its chips, the foot."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from hospitality_desk.desk.quick_log import Chosen
from hospitality_desk.domain.quick_line import LineContext, PartName, ReadLine
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.quick_log.chips_row import ChipsRow
from hospitality_desk.gui.quick_log.foot import Foot
from hospitality_desk.gui.quick_log.header import Header
from hospitality_desk.gui.quick_log.line_edit import LineEdit, Underline
from hospitality_desk.gui.quick_log.part_chooser import PartChooser
from hospitality_desk.gui.quick_log.part_words import chip_faces
from hospitality_desk.gui.quick_log.similar_strip import SimilarStrip
from hospitality_desk.words import _


class PanelView(QWidget):
    """The parts of the form, in the order the keyboard visits them: the line first."""

    entered = Signal(bool)
    """Ctrl+Enter was pressed on a button (True): log and open."""
    left_off = Signal()
    """Esc was pressed on a button."""

    def __init__(self, around: Around, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("quick_log")
        self.header = Header(around, self)
        self.line = LineEdit(around, self)
        rule = QWidget(self)
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {around.theme.line}")
        self.chips = ChipsRow(around, self)
        self.strip = SimilarStrip(around, self)
        self.foot = Foot(around, self)
        self.chooser = PartChooser(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 9, 24, 22)
        column.setSpacing(0)
        gaps = ((self.header, 1), (self.line, 15), (rule, 14), (self.chips, 14), (self.strip, 0), (self.foot, 0))
        for widget, gap in gaps:
            column.addWidget(widget)
            column.addSpacing(gap)
        self.line.installEventFilter(self)
        # After the change it speaks of, which takes away the sentence before.
        self.line.cut_short.connect(self.foot.say, Qt.ConnectionType.QueuedConnection)
        self.chooser.editor.wrong.connect(self.foot.say)
        self.chooser.editor.closed.connect(self.line.setFocus)
        chips, head = self.chips.chips.values(), (self.header.source, self.header.close_button)
        stops = (self.line, *chips, *self.strip.stops, *self.foot.stops, *head)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it stands on, Esc leaves off."""
        here = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit(True)
            elif isinstance(here, QAbstractButton) and not event.isAutoRepeat():
                here.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_off.emit()
        else:
            super().keyPressEvent(event)

    def show_read(self, read: ReadLine, chosen: Chosen, context: LineContext | None) -> None:
        """Show what was understood, as chips and as lines under the words; without a house nothing is."""
        is_readable = context is not None and has_a_word(read.text)
        self.chips.show_faces(chip_faces(read, chosen, context) if context is not None and is_readable else ())
        self.line.underline(
            tuple(
                Underline(part.start, part.end, part.sure or part.part in chosen)
                for part in read.parts
                if part.part != PartName.KIND and chosen.get(part.part, part.value) is not None
            )
        )

    def show_saving(self) -> None:
        """Say that the line is under way; nothing can be pressed but the way out, and the words stay readable."""
        if self.isVisible() and not self.header.close_button.hasFocus():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rest(True)
        self.foot.say(_("Saving…"))

    def show_ready(self) -> None:
        """Let the person type and press again."""
        self.line.setReadOnly(False)
        self._rest(False)

    def _rest(self, is_resting: bool) -> None:
        for part in (self.chips, self.strip, self.foot.log_it, self.foot.log_and_open, self.header.source):
            part.setDisabled(is_resting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what stands in the small field when the hand goes back to the line."""
        if event.type() == QEvent.Type.FocusIn:
            self.chooser.take_open()
        return False
