"""From a settled problem to a saved page: by keyboard alone, and by mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMenu, QPushButton

from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.paper.sheets import FOLDER
from tests.gui.story_stage import StoryStage

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


def show(stories: StoryStage, purse: IncidentId) -> None:
    """See the settled problem on the Floor."""
    floor = stories.window.floor
    floor.pane.show_closed(True)
    stories.until(lambda: floor.settled.holds(purse))
    floor.choose(purse)
    page = stories.navigation.incident
    assert page is not None
    stories.until(lambda: page.scene is not None and page.scene.incident.incident_id == purse)


def menu() -> QMenu:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    assert found
    return found[-1]


def save_dialog(stories: StoryStage) -> QFileDialog:
    stories.until(lambda: any(each.isVisible() for each in stories.window.findChildren(QFileDialog)))
    return next(each for each in stories.window.findChildren(QFileDialog) if each.isVisible())


def is_saved(folder: Path) -> bool:
    files = list(folder.glob("*.pdf"))
    return len(files) == 1 and files[0].read_bytes().startswith(b"%PDF") and not list(folder.glob(".*"))


def test_by_keyboard_alone(stories: StoryStage, settled_purse: IncidentId, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    stories.window.around.bridge.station.prefer(FOLDER, str(folder))
    show(stories, settled_purse)
    stories.tab_to("header_dots")
    stories.key(Qt.Key.Key_Return)
    choices = menu()
    while choices.activeAction().text() != "Tell it as a story":
        QTest.keyClick(choices, Qt.Key.Key_Down)
    QTest.keyClick(choices, Qt.Key.Key_Return)
    stories.until(lambda: stories.navigation.stories.stories is not None and stories.page.editor is not None)
    stories.until(lambda: stories.has_keyboard("scene_lived"))
    stories.tab_to("scene_take")
    stories.keys("Nobody had to ask first.")
    decide_all_by_keys(stories)
    story_id = stories.editor.story_id
    stories.until(lambda: not stories.whole(story_id).undecided)
    assert stories.text(Scene.TAKE) == "Nobody had to ask first."
    stories.act_as("Carlo")
    stories.until(lambda: stories.has("read_button"))
    stories.tab_to("read_button", back=True)
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.whole(story_id).story.status == StoryStatus.READ)
    stories.act_as("Dana")
    stories.until(lambda: stories.part("release_button", QAbstractButton).isEnabled())
    stories.tab_to("release_button", back=True)
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.whole(story_id).story.status == StoryStatus.RELEASED)
    stories.until(lambda: stories.editor.now.story.status == StoryStatus.RELEASED)
    stories.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    stories.until(lambda: stories.navigation.stories.paper is not None and stories.paper.made is not None)
    stories.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(save_dialog(stories).findChild(QLineEdit), Qt.Key.Key_Return)
    stories.until(lambda: is_saved(folder))
    stories.until(lambda: stories.toast.startswith("Saved: "))
    stories.window.activateWindow()  # no window manager does it here when the dialog has gone
    stories.key(Qt.Key.Key_Escape)
    stories.until(lambda: stories.has("story_editor"))
    stories.key(Qt.Key.Key_Escape)
    stories.until(lambda: stories.has_keyboard("stories_list"))
    stories.key(Qt.Key.Key_Space)
    assert stories.page.list.model.chosen == (story_id,)
    stories.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert stories.has("list_pane")
    stories.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert stories.has("stories")


def decide_all_by_keys(stories: StoryStage) -> None:
    """Take each suggestion with Enter; the keyboard goes on to the next by itself."""
    part = stories.editor.names.names
    stories.tab_to("decided_pencil_1" if not part.cards else "card_1_suggestion")
    for _name in range(20):
        if not part.cards:
            return
        left = len(part.cards)
        stories.until(lambda: stories.has_keyboard("card_1_suggestion"))
        stories.key(Qt.Key.Key_Return)
        stories.until(lambda left=left: len(part.cards) < left)  # type: ignore[misc] # the loop's value, bound now
    raise AssertionError("names never end")


def test_by_mouse_alone(stories: StoryStage, settled_purse: IncidentId, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    stories.window.around.bridge.station.prefer(FOLDER, str(folder))
    show(stories, settled_purse)
    stories.tap("header_dots")
    choices = menu()
    line = next(each for each in choices.actions() if each.text() == "Tell it as a story")
    QTest.mouseClick(choices, Qt.MouseButton.LeftButton, pos=choices.actionGeometry(line).center())
    stories.until(lambda: stories.navigation.stories.stories is not None and stories.page.editor is not None)
    part = stories.editor.names.names
    while part.cards:
        left = len(part.cards)
        stories.rest()
        stories.tap("card_1_suggestion")
        stories.until(lambda left=left: len(part.cards) < left)  # type: ignore[misc] # the loop's value, bound now
    story_id = stories.editor.story_id
    stories.act_as("Carlo")
    stories.tap("read_button")
    stories.until(lambda: stories.whole(story_id).story.status == StoryStatus.READ)
    stories.act_as("Dana")
    stories.until(lambda: stories.part("release_button", QAbstractButton).isEnabled())
    stories.tap("release_button")
    stories.until(lambda: stories.editor.now.story.status == StoryStatus.RELEASED)
    stories.tap("editor_back")
    stories.until(lambda: stories.has("stories_list"))
    view = stories.page.list.view
    row = view.visualRect(view.model().index(0, 0))
    mark = row.topLeft()
    mark.setX(20)
    mark.setY(row.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    stories.tap("print_stories")
    stories.until(lambda: stories.navigation.stories.paper is not None and stories.paper.made is not None)
    stories.tap("save_pdf")
    dialog = save_dialog(stories)
    save = next(each for each in dialog.findChildren(QPushButton) if "Save" in each.text())
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    stories.until(lambda: is_saved(folder))
    stories.tap("paper_back")
    stories.until(lambda: stories.has("stories_list"))
    show(stories, settled_purse)


def test_its_story_is_opened_when_there_is_one(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    show(stories, settled_purse)
    stories.navigation.rooms.show_floor()
    show(stories, settled_purse)
    page = stories.navigation.incident
    assert page is not None
    stories.until(lambda: page.scene is not None and page.scene.stories == (story_id,))
    stories.tap("header_dots")
    assert "Tell it as a story" not in [each.text() for each in menu().actions()]
    stories.choose("Open its story")
    stories.until(lambda: stories.navigation.stories.stories is not None and stories.page.editor is not None)
    assert stories.editor.story_id == story_id


def test_only_who_may_draw_is_offered_it(stories: StoryStage, settled_purse: IncidentId) -> None:
    stories.act_as("Carlo")
    show(stories, settled_purse)
    stories.tap("header_dots")
    words = [each.text() for each in menu().actions()]
    menu().close()
    assert not {"Tell it as a story", "Open its story"} & set(words)
