"""One note of the problem beside the story that was drawn from it, with the words for its mark in the margin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.commands.stories import LabelMoment
from hospitality_desk.domain.stories.scenes import Scene, StoryMoment
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import paint_icon
from hospitality_desk.gui.stories.autosave import Autosave
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.kinds import KIND_ICONS, kind_name
from hospitality_desk.gui.widgets.quiet_line import QuietLine
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import N_, _

_SHORT = {
    Scene.LIVED: N_("Lived"), Scene.NOTICED: N_("Noticed"), Scene.DID: N_("Did"), Scene.ENDED: N_("Ended"),
    Scene.TAKE: N_("To take"),
}  # fmt: skip
_ICON, _LEFT, _LABEL = 15, 16, 30


class LogNote(QWidget):
    """Reads as it stood in the log. Its line in the margin is edited here; an empty one takes the mark away."""

    def __init__(self, around: Around, acts: Acts, now: StoryNow, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"log_note_{note.n}")
        theme, scale = around.theme, around.percent / 100
        self._theme, self._scale, self._icon = theme, scale, KIND_ICONS[note.kind]
        self._story_id, self.n = now.story_id, note.n
        self._time = WordsLabel(around, Role.SMALL, theme.text2, "log_note_time")
        self._kind = WordsLabel(around, Role.SMALL_BOLD, theme.text2, "log_note_kind")
        self._kind.show_words(kind_name(note.kind))
        self._kind.setContentsMargins(round(21 * scale), 0, 0, 0)
        self._scene = WordsLabel(around, Role.SMALL, theme.text3, "log_note_scene")
        self._text = WordsLabel(around, Role.BODY, theme.text, "log_note_text", wrap=True)
        self._margin = WordsLabel(around, Role.CAPTION, theme.text3, "log_note_margin")
        self._margin.show_words(_("In the margin:"))
        self.label = QuietLine(
            around, f"margin_label_{note.n}", around.font(Role.CAPTION_MEDIUM), theme.text2, tall=_LABEL, parent=self
        )  # fmt: skip
        self.label.setPlaceholderText(_("no mark"))
        self._margin.setBuddy(self.label)
        self.saving = Autosave(around, acts, f"story:{now.story_id}:margin:{note.n}", self.label, self._make, self)
        self.label.typed.connect(self.saving.typed)
        self.label.left.connect(self.saving.write_now)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._px
        top = QHBoxLayout()
        top.setSpacing(px(6))
        top.addWidget(self._time)
        top.addWidget(self._kind)
        top.addStretch(1)
        top.addWidget(self._scene)
        below = QHBoxLayout()
        below.setSpacing(px(2))
        below.addWidget(self._margin)
        below.addWidget(self.label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_LEFT), px(9), px(14), px(7))
        column.setSpacing(px(2))
        column.addLayout(top)
        column.addWidget(self._text)
        column.addLayout(below)

    def show_now(self, now: StoryNow, note: Note, moment: StoryMoment | None) -> None:
        """Show the note as it stands now, the scene that tells it, and its label."""
        self._time.show_words(now.note_time(note.n))
        self._text.show_words(" ".join(note.text.split()))
        scenes = [each.scene for each in now.text.scenes if any(note.n in one.entries for one in each.sentences)]
        self._scene.show_words(_(_SHORT[scenes[0]]) if scenes else _("Not told"))
        self._text.setStyleSheet(f"color: {self._theme.text if scenes else self._theme.text2};")
        # The field keeps its place while it is being emptied: the mark goes when it is left.
        shown = moment is not None or self.label.hasFocus() or self.saving.is_dirty
        self._margin.setVisible(shown)
        self.label.setVisible(shown)
        self.label.setReadOnly(not now.may_edit)
        self.label.setAccessibleName(_("In the margin, beside {note}").format(note=now.note_words(note.n)))
        self.saving.show("" if moment is None else moment.label, may_write=now.may_edit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kind's sign and the hairline below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._px(_ICON)
        kind = self._kind.geometry()
        box = QRect(kind.left(), kind.center().y() - side // 2 + 1, side, side)
        if self.isRightToLeft():
            box.moveLeft(kind.right() - side)
        paint_icon(painter, box, self._icon, self._theme.text2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))

    def _make(self, words: str, was: str) -> partial[LabelMoment]:
        return partial(LabelMoment, story_id=self._story_id, entry=self.n, label=words, seen=was)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
