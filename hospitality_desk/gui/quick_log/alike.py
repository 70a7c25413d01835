"""The one open problem the line looks like: asks for it, shows it, and hears what the person says of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hospitality_desk.desk.quick_log import Chosen
from hospitality_desk.domain.quick_line import ReadLine
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.quick_log.form import Form
from hospitality_desk.gui.quick_log.similar_asker import SimilarAsker
from hospitality_desk.gui.quick_log.similar_strip import SimilarStrip
from hospitality_desk.queries.similar import SimilarProblem

KEY = "Alt+A"


class Alike(QObject):
    """Joins the strip and the question. `line` gets the keyboard back when a button it was on goes away."""

    add_asked = Signal(object)
    """The SimilarProblem the line shall be added to."""
    kept_apart = Signal(object)
    """The SimilarProblem that is another one."""

    def __init__(self, around: Around, strip: SimilarStrip, form: QWidget, line: QWidget) -> None:
        super().__init__(form)
        self._around, self._strip, self._line = around, strip, line
        self.asker = SimilarAsker(around, self)
        self.asker.answered.connect(self._on_answer)
        strip.add_asked.connect(self.add_asked)
        strip.apart_asked.connect(self.kept_apart)
        self._key = QShortcut(QKeySequence(KEY), form)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.setAutoRepeat(False)
        self._key.activated.connect(self._on_key)

    def look(self, read: ReadLine, chosen: Chosen, form: Form) -> None:
        """Take in the line as it stands; one kept apart goes at once."""
        shown = self._strip.problem
        if shown is not None and shown.incident_id in form.apart:
            self._show(None)
        self.asker.look(read, chosen, form.apart)

    def _on_answer(self, found: SimilarProblem | None) -> None:
        self._show(found)

    def _show(self, found: SimilarProblem | None) -> None:
        if found is None and self._strip.holds_focus:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        bridge = self._around.bridge
        if found is None or not bridge.is_open:
            self._strip.go_away()
        else:
            self._strip.show_problem(found, bridge.now(), self._around.acting.person_id)

    def _on_key(self) -> None:
        if self._strip.problem is not None and self._strip.isEnabled():
            self.add_asked.emit(self._strip.problem)
