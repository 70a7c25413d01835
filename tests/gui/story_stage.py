"""The whole window on the evening's house, and short ways to what stands in the stories' rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands import incidents, stories, tasks
from hospitality_desk.commands.base import Command
from hospitality_desk.domain.ids import IncidentId, StoryId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.paper.page import PaperPage
from hospitality_desk.gui.stories.editor import Editor
from hospitality_desk.gui.stories.page import StoriesPage
from hospitality_desk.gui.widgets.toast import Toast
from hospitality_desk.queries.stories import StoryWhole, story_rows, story_whole
from tests.gui.incident_stage import tell_purse
from tests.helpers.evening import Evening

T = TypeVar("T", bound=QWidget)


def settle_purse(evening: Evening) -> IncidentId:
    """Tell the purse up to 12:56, and to its end."""
    purse = tell_purse(evening)
    evening.at("12:59")
    evening.told(purse, "It rings, and the taxi office is asking.", "Carlo", tells=(8, 9))
    evening.at("13:31")
    evening.told(purse, "Here it is.", "Carlo", keeps=1)
    evening.do(tasks.FinishTask, "Ana", incident_id=purse, task=1)
    evening.do(
        incidents.SettleIncident, "Carlo", incident_id=purse, outcome=Outcome.RECOVERED, asked=Asked.ALOUD, verdict=5
    )
    return purse


class StoryStage:
    """Acts as a hand would, and looks things up in the store."""

    def __init__(self, window: MainWindow, evening: Evening, qtbot: QtBot) -> None:
        self.window, self.evening, self.qtbot = window, evening, qtbot

    @property
    def navigation(self) -> Navigation:
        found = self.window.findChild(Navigation, "navigation")
        assert isinstance(found, Navigation)
        return found

    @property
    def page(self) -> StoriesPage:
        page = self.navigation.stories.stories
        assert page is not None
        return page

    @property
    def editor(self) -> Editor:
        assert self.page.editor is not None
        return self.page.editor

    @property
    def paper(self) -> PaperPage:
        paper = self.navigation.stories.paper
        assert paper is not None
        return paper

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=10_000)

    def act_as(self, name: str) -> None:
        self.window.around.acting.act_as(self.evening.ids[name])

    def do(self, command: type[Command], who: str, **fields: Any) -> None:
        self.evening.do(command, who, **fields)

    def draw(self, purse: IncidentId) -> StoryId:
        story_id = StoryId(new_id())
        self.do(stories.DrawStory, "Dana", story_id=story_id, incident_id=purse)
        return story_id

    def blank(self, title: str = "The wrong table", who: str = "Dana") -> StoryId:
        story_id = StoryId(new_id())
        self.do(stories.StartStory, who, story_id=story_id, title=title)
        return story_id

    def released(self, title: str = "The wrong table", words: str = "We sat them by the window.") -> StoryId:
        story_id = self.blank(title)
        self.do(stories.WriteScene, "Dana", story_id=story_id, scene=Scene.DID, text=words)
        self.do(stories.ReadStory, "Carlo", story_id=story_id)
        self.do(stories.ReleaseStory, "Dana", story_id=story_id)
        return story_id

    def open(self, story_id: StoryId) -> Editor:
        self.navigation.stories.open_story(story_id)
        self.until(lambda: self.page.editor is not None and self.page.editor.story_id == story_id)
        return self.editor

    def whole(self, story_id: StoryId) -> StoryWhole:
        found: StoryWhole | None = self.evening.desk.ask(story_whole, story_id)
        assert found is not None
        return found

    def rows(self) -> Any:
        return self.evening.desk.ask(story_rows)

    def text(self, scene: Scene, story_id: StoryId | None = None) -> str:
        return self.whole(story_id or self.editor.story_id).story.text.scene(scene).text

    def part(self, name: str, kind: type[T] = QWidget) -> T:  # type: ignore[assignment]
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, f"{name} is not there"
        return found[-1]

    def has(self, name: str) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def rest(self) -> None:
        """Let the time of a double click pass after a decision."""
        self.until(lambda: not self.editor.names.names._rest.isActive())

    def tap(self, name: str) -> None:
        self.until(lambda: self.has(name))
        QTest.mouseClick(self.part(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def choose(self, words: str) -> None:
        menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
        action = next(each for each in menus[-1].actions() if each.text() == words)
        menus[-1].hide()
        action.trigger()

    def key(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is, as the system does."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def keys(self, words: str) -> None:
        for each in words:
            self.key(each)

    def has_keyboard(self, name: str) -> bool:
        here = QApplication.focusWidget()
        return here is not None and here.objectName() == name

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until a widget of this name has the keyboard."""
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        for _stop in range(120):
            if self.has_keyboard(name):
                return
            self.key(key)
        raise AssertionError(f"Tab never reaches {name}")

    def write(self, name: str, words: str) -> None:
        """Put the keyboard into a box by the mouse, and type over what stands there."""
        box = self.part(name)
        assert isinstance(box, QTextEdit | QLineEdit)
        target = box.viewport() if isinstance(box, QTextEdit) else box
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        box.selectAll()
        self.keys(words)

    def leave(self) -> None:
        """Take the keyboard out of whatever box has it."""
        self.window.rail.stories_button.setFocus()

    @property
    def toast(self) -> str:
        toast = self.window.findChild(Toast, "toast")
        assert isinstance(toast, Toast)
        return toast.words.text() if toast.isVisible() else ""
