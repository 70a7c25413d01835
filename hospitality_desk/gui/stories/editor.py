"""The editor of one story: the log it rests on, its words, and what keeps it from being released."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.commands.stories import ReadStory, ReleaseStory
from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.autosave import Autosave
from hospitality_desk.gui.stories.editor_header import EditorHeader
from hospitality_desk.gui.stories.editor_tabs import LOG, NAMES, STORY, EditorTabs
from hospitality_desk.gui.stories.log_pane import WIDTH as LOG_WIDTH
from hospitality_desk.gui.stories.log_pane import LogPane
from hospitality_desk.gui.stories.names_pane import WIDE as NAMES_WIDE
from hospitality_desk.gui.stories.names_pane import WIDTH as NAMES_WIDTH
from hospitality_desk.gui.stories.names_pane import NamesPane
from hospitality_desk.gui.stories.scenes_pane import ScenesPane
from hospitality_desk.gui.stories.story_acts import StoryActs
from hospitality_desk.gui.stories.story_now import StoryNow, write_again_words
from hospitality_desk.gui.stories.withdrawing import ask_to_withdraw
from hospitality_desk.gui.widgets.menu import Choice, open_menu
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_NARROW, _WIDE_WINDOW = 1_040, 1_600
"""Pixels at 100 %: below it one pane is shown at a time; and of the window, from which on there is more room."""
_AS_IT_LIKES = 16_777_215


class Editor(QWidget):
    """Made for one story, with what was read of it first; `show_now` shows it as it stands later."""

    back_asked = Signal()
    preview_asked = Signal(str)
    """The story's id."""
    toast = Signal(str, object)
    let_go_of = Signal()
    """Somebody else acts here now; what stands open beside the page is to close."""

    def __init__(self, around: Around, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("story_editor")
        self._around, self.now = around, now
        self._opened: str | None = None  # the text on which somebody here goes on; another is held again
        self._scale = around.percent / 100
        self.savings: list[Autosave] = []
        self.acts = Acts(around, self)
        self.acts.toast.connect(self.toast)
        self._story_acts = StoryActs(self.acts, self)
        self._story_acts.toast.connect(self.toast)
        self.header = EditorHeader(around, self.acts, now, self)
        self.tabs = EditorTabs(around, self)
        self.log = LogPane(around, self.acts, self)
        self.scenes = ScenesPane(around, self.acts, now, self)
        self.names = NamesPane(around, self._story_acts, now, self)
        self.closed = WordsLabel(around, Role.ROW_GUEST, around.theme.text2, "story_closed", wrap=True)
        self.closed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.closed.show_words(_("A manager decides its names first."))
        self._connect()
        self._lay_out()
        self.show_now(now)

    @property
    def story_id(self) -> StoryId:
        """Return which story it is."""
        return self.now.story_id

    def _connect(self) -> None:
        self.header.back_asked.connect(self.back_asked)
        self.header.preview_asked.connect(lambda: self.preview_asked.emit(self.story_id))
        self.header.read_asked.connect(self._read)
        self.header.release_asked.connect(self._release)
        self.header.again_asked.connect(self.write_again)
        self.header.menu_asked.connect(self._menu)
        self.scenes.toast.connect(self.toast)
        self.log.is_saving.connect(self._watch)
        self.names.is_saving.connect(self._watch)
        self.tabs.chosen.connect(self._fit_panes)
        for saving in (*self.header.savings, *(box.saving for box in self.scenes.boxes.values())):
            self._watch(saving)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.log)
        below.addWidget(self.scenes, 1)
        below.addWidget(self.names)
        below.addWidget(self.closed, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addLayout(below, 1)

    def show_now(self, now: StoryNow) -> None:
        """Show the story as it stands now; no box that somebody is in changes."""
        self.now = now = replace(now, is_opened=self._opened == now.whole.hash)
        self.header.show_now(now)
        self.log.show_now(now)
        self.scenes.show_now(now)
        self.names.show_now(now)
        self.tabs.show_now(now)
        self._fit_panes()

    def begin(self) -> None:
        """Give the keyboard to the first scene."""
        if self.now.is_closed:
            self.header.back.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.scenes.boxes[Scene.LIVED].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Return the panes F6 goes along."""
        return [each for each in (self.header, self.log, self.scenes, self.names) if each.isVisible()]

    def write_all(self) -> None:
        """Send everything that is typed and not written yet."""
        for saving in self.savings:
            if saving.is_dirty:
                saving.write_now()

    def write_again(self) -> None:
        """Let a read or released story be written on; it is a draft with the first word that is changed."""
        self._opened = self.now.whole.hash
        self.show_now(self.now)
        self.begin()

    def let_go(self) -> None:
        """Keep what is typed and write nothing more: somebody else acts here now, in whose name it must not go out."""
        for saving in self.savings:
            saving.let_go()
        self.names.let_go()
        self.let_go_of.emit()

    def _watch(self, saving: Autosave) -> None:
        self.savings.append(saving)
        saving.destroyed.connect(partial(self._forget, saving))
        saving.kept.connect(self._on_kept)

    def _forget(self, saving: Autosave) -> None:
        if saving in self.savings:
            self.savings.remove(saving)

    def _on_kept(self, at: datetime | None) -> None:
        self.header.show_kept(at is not None)

    def _read(self) -> None:
        make = partial(ReadStory, story_id=self.story_id, seen=self.now.whole.hash)
        self._story_acts.do(make, _("You have read “{title}”.").format(title=self.now.title))

    def _release(self) -> None:
        make = partial(ReleaseStory, story_id=self.story_id, seen=self.now.whole.hash)
        self._story_acts.do(make, _("“{title}” is released.").format(title=self.now.title))

    def _withdraw(self, at: QRect) -> None:
        panel = ask_to_withdraw(self._around, self, self._story_acts, self.now, at)
        self.let_go_of.connect(panel.close_over)

    def _menu(self, at: QRect) -> None:
        place = self.window().mapToGlobal(QPoint(at.left(), at.bottom() + 2))
        choices = [Choice(_("Withdraw the story…"), partial(self._withdraw, at))]
        if self.now.may_write and self.now.is_held:
            choices.append(Choice(write_again_words()[0], self.write_again))
        open_menu(self, "story_menu", choices, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Esc; what is typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panes as there is room for."""
        super().resizeEvent(event)
        self._fit_panes()

    def _fit_panes(self) -> None:
        narrow = self.width() < self._px(_NARROW)
        wide = self.window().width() >= _WIDE_WINDOW
        has_log = self.now.may_write and self.now.whole.incident is not None
        is_closed = self.now.is_closed
        self.closed.setVisible(is_closed)
        self.tabs.setVisible(narrow and not is_closed)
        shown = self.tabs.current if narrow else None
        if shown == LOG and not has_log:
            shown = STORY
        for pane, width in ((self.log, LOG_WIDTH), (self.names, NAMES_WIDE if wide else NAMES_WIDTH)):
            pane.setMinimumWidth(0 if narrow else self._px(width))
            pane.setMaximumWidth(_AS_IT_LIKES if narrow else self._px(width))
        self.log.setVisible(has_log and shown in (None, LOG))
        self.scenes.setVisible(shown in (None, STORY) and not is_closed)
        self.names.setVisible(shown in (None, NAMES) and not is_closed)

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
