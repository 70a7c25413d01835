"""One scene: its heading, its words, and beside them the times of the notes they rest on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from hospitality_desk.commands.stories import WriteScene
from hospitality_desk.domain.stories.scenes import SCENE_WORDS, Scene
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.autosave import Autosave
from hospitality_desk.gui.stories.clash_line import ClashLine
from hospitality_desk.gui.stories.margin_times import Beside, MarginTimes
from hospitality_desk.gui.stories.scene_marks import Place, marks_in, places_of
from hospitality_desk.gui.stories.scene_text import LINE, SceneText
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.growing_text import EDGE, PAD
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import N_, _

_HINTS = {
    Scene.LIVED: N_("Write what the guest lived, up to the moment we noticed."),
    Scene.NOTICED: N_("Write what we saw and heard, and what we took it to mean."),
    Scene.DID: N_("Write what we did and said, in order."),
    Scene.ENDED: N_("Write how it ended for the guest."),
    Scene.TAKE: N_("Write what a colleague should take from it, in a sentence or two."),
}


class SceneBox(QWidget):
    """Shows a scene and takes its words; what is not written yet is kept by its `saving`."""

    place_asked = Signal(QPoint)
    """The cursor moved: this point of the box is to be in sight."""
    toast = Signal(str, object)

    def __init__(self, around: Around, acts: Acts, now: StoryNow, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"box_{scene.value}")
        self.scene = scene
        self._scale, self._acts, self._story_id = around.percent / 100, acts, now.story_id
        self._now = now
        heading = _(SCENE_WORDS[scene])
        self.heading = WordsLabel(around, Role.SMALL_BOLD, around.theme.accent, f"heading_{scene.value}")
        self.heading.show_words(heading)
        self.heading.setContentsMargins(EDGE + PAD, 0, 0, 0)
        self.words = SceneText(around, f"scene_{scene.value}", self)
        self.words.setAccessibleName(heading)
        self.words.setPlaceholderText(_(_HINTS[scene]))
        self.times = MarginTimes(around, self)
        self.clash = ClashLine(around, f"scene_{scene.value}", self)
        draft = f"story:{now.story_id}:{scene.value}"
        self.saving = Autosave(around, acts, draft, self.words, self._make, self)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.words.typed.connect(self.saving.typed)
        self.words.typed.connect(self._mark)
        self.words.left.connect(self.saving.write_now)
        self.words.cursorPositionChanged.connect(self._on_cursor)
        self.words.grew.connect(self._place_times)
        self.saving.clashed.connect(self.clash.show_theirs)
        self.saving.refused.connect(self.clash.say)
        self.clash.mine_asked.connect(self.saving.keep_mine)
        self.clash.theirs_asked.connect(self._take_theirs)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(round(2 * self._scale))
        right.addWidget(self.heading)
        right.addWidget(self.words)
        right.addWidget(self.clash)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.times)
        across.addLayout(right, 1)
        across.setAlignment(self.times, Qt.AlignmentFlag(0))

    def show_now(self, now: StoryNow) -> None:
        """Show the scene as it stands now, unless somebody is writing in it."""
        self._now = now
        self.words.setReadOnly(not now.may_edit)
        self.saving.show(now.text.scene(self.scene).text, may_write=now.may_edit)
        self._mark()

    def _make(self, words: str, was: str) -> partial[WriteScene]:
        return partial(WriteScene, story_id=self._story_id, scene=self.scene, text=words, seen=was)

    def _mark(self) -> None:
        now, text = self._now, self.words.text()
        put_in = tuple((each.replacement, each.value) for each in now.decisions if each.replacement)
        values = tuple(each.value for each in now.undecided)
        places = places_of(text, now.text.scene(self.scene).sentences)
        if not now.may_write:  # a second reader sees what everybody will: no way back to the names
            put_in, places = (), ()
        tips = {each.entries: self._tip(each.entries) for each in places}
        self.words.show_marks(marks_in(text, values, put_in), places, tips)
        self._places = places
        self._place_times()

    def _tip(self, entries: tuple[int, ...]) -> str:
        if not entries:
            return _("Your own sentence: no note says it.") if self._now.whole.incident is not None else ""
        said = [self._now.note_words(n) for n in entries]
        words = _("Rests on {notes}").format(notes=", ".join(each for each in said if each))
        if self._now.whole.is_changed_since(entries):
            words = f"{words}\n" + _("The note was changed after this was written.")
        return words

    def _place_times(self) -> None:
        signs = [sign for each in getattr(self, "_places", ()) if (sign := self._sign(each)) is not None]
        top = self.words.y() + EDGE
        self.times.show_signs(signs, LINE * self._scale, top + self.words.height())

    def _sign(self, place: Place) -> Beside | None:
        boxes = self.words.line_boxes(place.start, place.end)
        if not boxes or self._now.whole.incident is None:
            return None
        middle = self.words.y() + EDGE + boxes[0].center().y()
        words = self._now.note_time(place.entries[0]) if place.entries else ""
        changed = bool(place.entries) and self._now.whole.is_changed_since(place.entries)
        return Beside(middle=middle, words=words, tip=self._tip(place.entries), is_changed=changed)

    def _on_cursor(self) -> None:
        if self.words.hasFocus():
            self.place_asked.emit(self.words.mapTo(self, self.words.cursor_point()))

    def _take_theirs(self) -> None:
        mine = self.saving.take_theirs()

        def back() -> None:
            if isValid(self):
                self.saving.type(mine)

        self.toast.emit(_("The other words are in the box."), back)
