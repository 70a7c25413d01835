"""From the log: the notes of the problem the story was drawn from, as they happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.domain.drafting.scene_of import notes_in_order
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.stories.autosave import Autosave
from hospitality_desk.gui.stories.log_note import LogNote
from hospitality_desk.gui.stories.pane_head import PaneHead
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.tall_scroll import TallScroll
from hospitality_desk.words import _

WIDTH = 300


class LogPane(QWidget):
    """Rows stay where they are: the problem is settled. One that was withdrawn meanwhile goes."""

    is_saving = Signal(object)
    """A new Autosave of one of its fields."""

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_pane")
        self._around, self._acts = around, acts
        self.rows: dict[int, LogNote] = {}
        self._head = PaneHead(around, "log_pane_head", _("From the log"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.area = TallScroll("log_area", inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.area, 1)

    def show_now(self, now: StoryNow) -> None:
        """Show the notes as they stand, and which of them are told."""
        incident = now.whole.incident
        notes = () if incident is None else notes_in_order(incident)
        moments = {each.entry: each for each in now.text.moments}
        for gone in [n for n in self.rows if all(note.n != n for note in notes)]:
            self.rows.pop(gone).deleteLater()
        for at, note in enumerate(notes):
            row = self.rows.get(note.n) or self._add(now, note, at)
            row.show_now(now, note, moments.get(note.n))
        told = {n for scene in now.text.scenes for each in scene.sentences for n in each.entries}
        used = sum(note.n in told for note in notes)
        self._head.count.setText(_("{used} of {all} told").format(used=used, all=len(notes)))

    def _add(self, now: StoryNow, note: Note, at: int) -> LogNote:
        row = LogNote(self._around, self._acts, now, note)
        self.rows[note.n] = row
        self._column.insertWidget(at, row)
        saving: Autosave = row.saving
        self.is_saving.emit(saving)
        return row

    def clear(self) -> None:
        """Show no notes: another story comes."""
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the edge to the story."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._around.theme.surface))
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), QColor(self._around.theme.line))
