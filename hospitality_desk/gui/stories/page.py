"""Stories: the list, and the editor of the one that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from hospitality_desk.commands.stories import StartStory
from hospitality_desk.domain.ids import PersonId, StoryId, new_id
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.questions import Questions
from hospitality_desk.gui.stories.editor import Editor
from hospitality_desk.gui.stories.stories_list import StoriesList
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.queries.stories import StoryRow, StoryWhole, stories_for, story_for

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome
    from hospitality_desk.domain.changes import Changes

Who = tuple[PersonId | None, frozenset[Permission]]
"""Who acts here, and what they may do."""


class StoriesPage(QWidget):
    """Asks again by itself whenever a story changes anywhere; what somebody writes in stays as it is."""

    toast = Signal(str, object)
    preview_asked = Signal(object, bool)
    """Ids of stories to be shown as pages, and whether it is one that is not released."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stories_page")
        self._around = around
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(around.theme.surface))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.acts = Acts(around, self)
        self._once, self._new_id = OneAct(), StoryId(new_id())
        self._questions = Questions(around.bridge, self)
        self._whole: StoryWhole | None = None
        self._wanted: StoryId | None = None
        """The story that is open, or about to be."""
        self._takes_keyboard = self._list_waits = False
        self._who = self._who_acts()
        self.editor: Editor | None = None
        self.list = StoriesList(around)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._between = QWidget(self)
        self._stack.addWidget(self._between)
        self.list.opened.connect(self.open_story)
        self.list.begun.connect(self._start)
        self.list.print_asked.connect(lambda ids: self.preview_asked.emit(ids, False))
        around.bridge.changed.connect(self._on_changed)
        around.acting.changed.connect(self._on_person)

    @property
    def story_id(self) -> StoryId | None:
        """Return the story that is open, or about to be; None while the list is shown."""
        return self._wanted

    def begin(self, *, takes_keyboard: bool = True) -> None:
        """Show what is true now, with the keyboard where it was."""
        self._ask_rows()
        self._list_waits = takes_keyboard and not self.list.is_known
        if not takes_keyboard:
            if self._wanted is not None:
                self._ask_whole()
            return
        if self._wanted is None:
            self.list.begin()
            return
        self._ask_whole()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Let who comes back go on where they were."""
        if self.editor is None:
            return
        here: QWidget | None = self.editor.focusWidget()
        if here is not None and here.isVisible() and here.isEnabled():
            here.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.editor.begin()

    def open_story(self, story_id: str, *, takes_keyboard: bool = True) -> None:
        """Open a story in the editor."""
        wanted = StoryId(story_id)
        if wanted != self._wanted:
            self._close_editor()
            self._wanted, self._takes_keyboard = wanted, takes_keyboard
        elif takes_keyboard:
            self._take_keyboard()
        self._ask_whole()

    def show_list(self) -> None:
        """Go back to the list; what is typed is written, or kept."""
        left = self._wanted
        self._close_editor()
        self._wanted = None
        self._stack.setCurrentWidget(self.list)
        self.list.view.stand_on(self.list.model.index_of(left))
        self.list.begin()
        self._list_waits = not self.list.is_known
        self._ask_rows()

    def tick(self) -> None:
        """Ask again what got no answer."""
        self._questions.ask_again()

    def preview(self) -> None:
        """Show the open story as pages, or the chosen ones."""
        if self.editor is not None:
            self._preview_open()
        elif self._wanted is None:
            self.list.ask_print()

    def panes(self) -> list[QWidget]:
        """Return the panes F6 goes along."""
        return [self.list] if self.editor is None else self.editor.panes()

    def _preview_open(self) -> None:
        if self.editor is not None and not self.editor.now.is_closed:
            self.editor.write_all()
            released = self.editor.now.story.status == StoryStatus.RELEASED and not self.editor.now.whole.gate
            self.preview_asked.emit((self.editor.story_id,), not released)

    def _start(self, title: str) -> None:
        """Begin a story of this title; the same title again is the same story."""

        def done(outcome: Outcome) -> None:
            self.list.new.done()
            self.list.new.hide()
            begun, self._new_id, self._once = str(outcome.answer["id"]), StoryId(new_id()), OneAct()
            self.open_story(begun)

        make = partial(StartStory, story_id=self._new_id, title=title)
        sent = self.acts.do(
            make, owner=self, then=done, refused=lambda why: self.list.new.say(why.say),
            command_id=self._once.id_for(title),
        )  # fmt: skip
        if not sent:
            self.list.new.go.setEnabled(True)

    def _ask_rows(self) -> None:
        if self._around.bridge.is_open:
            acting = self._around.acting.person_id
            self._questions.ask(stories_for, partial(self._on_rows, self._who), "stories", acting)

    def _ask_whole(self) -> None:
        if self._wanted is not None and self._around.bridge.is_open:
            acting = self._around.acting.person_id
            home = partial(self._on_whole, self._wanted, self._who)
            self._questions.ask(story_for, home, "story", self._wanted, acting)

    def _on_rows(self, who: Who, rows: tuple[StoryRow, ...]) -> None:
        if who != self._who:
            return
        self.list.show_rows(rows)
        waits, self._list_waits = self._list_waits, False
        if waits and self.isVisible() and self._wanted is None:
            self.list.begin()

    def _on_whole(self, story_id: StoryId, who: Who, whole: StoryWhole | None) -> None:
        if story_id != self._wanted or who != self._who or not self._around.bridge.is_open:
            return
        if whole is None:
            self.show_list()
            return
        self._whole = whole
        now = StoryNow.of(whole, self._around)
        if self.editor is not None:
            self.editor.show_now(now)
            return
        self.editor = Editor(self._around, now)
        self.editor.back_asked.connect(self.show_list)
        self.editor.preview_asked.connect(lambda _story_id: self._preview_open())
        self.editor.toast.connect(self.toast)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        if self._takes_keyboard and self.isVisible():
            self.editor.begin()

    def _on_changed(self, changes: Changes) -> None:
        if changes.stories or changes.people:
            if self.isVisible():
                self._ask_rows()
            if self._wanted is not None and (self._wanted in changes.stories or changes.people):
                self._ask_whole()
        elif self._whole is not None and self._whole.story.incident_id in changes.incidents:
            self._ask_whole()

    def _on_person(self) -> None:
        """Take away at once what the person before might see, and ask for what this one may."""
        who = self._who_acts()
        if who == self._who or not self._around.bridge.is_open:
            return
        self._who = who
        here = QApplication.focusWidget()
        had_keyboard = here is not None and self.isAncestorOf(here)
        if self._wanted is not None:
            self._takes_keyboard = had_keyboard
            self._close_editor(is_let_go=True)
            self._stack.setCurrentWidget(self._between)
        self.list.show_person()
        self._list_waits = had_keyboard and self._wanted is None
        self._ask_rows()
        self._ask_whole()

    def _who_acts(self) -> Who:
        acting = self._around.acting
        return acting.person_id, frozenset(each for each in Permission if acting.may(each))

    def _close_editor(self, *, is_let_go: bool = False) -> None:
        editor, self.editor, self._whole = self.editor, None, None
        if editor is not None:
            if is_let_go:
                editor.let_go()
            else:
                editor.write_all()
            self._stack.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
