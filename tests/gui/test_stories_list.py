"""The list of stories: what stands in it, what can be chosen, and how one begins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hospitality_desk.commands import stories as acts
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.rebuild import build_anew
from hospitality_desk.gui.stories.new_story import DRAFT
from hospitality_desk.gui.theme import DARK
from tests.gui.story_stage import StoryStage

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


def show(stories: StoryStage, rows: int) -> None:
    stories.tap("stories_button")
    stories.until(lambda: stories.page.list.is_known and len(stories.page.list.model.rows) == rows)


def spoken(stories: StoryStage) -> list[str]:
    model = stories.page.list.model
    return [str(model.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]


def test_an_empty_house_says_what_will_appear_and_offers_one_act(stories: StoryStage) -> None:
    show(stories, 0)
    assert stories.has("stories_empty")
    assert stories.has_keyboard("write_first_story")
    assert not stories.has("write_story")
    stories.act_as("Carlo")
    assert not stories.has("write_first_story")


def test_a_blank_story_asks_for_its_title_alone(stories: StoryStage) -> None:
    show(stories, 0)
    stories.key(Qt.Key.Key_Return)
    assert stories.has_keyboard("new_story_title")
    stories.keys("The wrong table")
    stories.key(Qt.Key.Key_Escape)
    assert not stories.has("new_story_title")
    stories.until(lambda: stories.window.around.bridge.station.draft(DRAFT) is not None)
    stories.key(Qt.Key.Key_Return)
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.page.editor is not None)
    assert stories.editor.header.title.text() == "The wrong table"
    assert stories.editor.log.isHidden()
    assert not stories.has("behaviour_plus")
    stories.until(lambda: stories.window.around.bridge.station.draft(DRAFT) is None)


def test_rows_say_where_each_story_stands(stories: StoryStage) -> None:
    stories.blank("A draft")
    read = stories.blank("A read one")
    for scene in list(acts.Scene)[:1]:
        stories.do(acts.WriteScene, "Dana", story_id=read, scene=scene, text="We sat them by the window.")
    stories.do(acts.ReadStory, "Carlo", story_id=read)
    stories.released("A released one")
    gone = stories.blank("A withdrawn one")
    stories.do(acts.WithdrawStory, "Dana", story_id=gone)
    show(stories, 4)
    said = sorted(spoken(stories))
    assert said[0].startswith("A draft. Draft. 1 min aloud, Dana, changed 12:32.")
    assert said[1].startswith("A read one. Read by Carlo.")
    assert said[2].startswith("A released one. Released.")
    assert said[2].endswith("Not chosen to print.")
    assert said[3].startswith("A withdrawn one. Withdrawn.")


def test_only_released_stories_are_chosen_by_who_may_print(stories: StoryStage) -> None:
    stories.blank("A draft")
    first, second = stories.released("One"), stories.released("Two")
    show(stories, 3)
    model = stories.page.list.model
    for n in range(3):
        model.toggle(model.index(n))
    assert set(model.chosen) == {first, second}
    assert stories.part("print_stories").accessibleName() == "Print 2 stories"
    stories.do(acts.WithdrawStory, "Dana", story_id=first)
    stories.until(lambda: model.chosen == (second,))
    assert stories.part("print_stories").accessibleName() == "Print 1 story"
    stories.act_as("Carlo")
    assert model.chosen == ()
    assert not stories.has("print_stories")


def test_check_marks_and_buttons_go_with_the_person(stories: StoryStage) -> None:
    first = stories.released("One")
    show(stories, 1)
    model = stories.page.list.model
    stories.tap("write_story")
    assert spoken(stories)[0].endswith("Not chosen to print.")
    stories.act_as("Carlo")
    assert model.rows == ()
    assert not stories.has("new_story_title")
    stories.until(lambda: len(model.rows) == 1)
    assert "print" not in spoken(stories)[0]
    assert not stories.has("write_story")
    stories.act_as("Dana")
    stories.until(lambda: len(model.rows) == 1)
    model.toggle(model.index_of(first))
    assert stories.has("print_stories")


def test_a_drafts_title_is_not_shown_to_who_may_not_see_names(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    stories.do(acts.TitleStory, "Dana", story_id=story_id, title="Ms Rivera in the taxi")
    show(stories, 1)
    stories.until(lambda: spoken(stories)[0].startswith("Ms Rivera in the taxi"))
    stories.act_as("Carlo")
    assert not spoken(stories)
    stories.until(lambda: bool(spoken(stories)))
    assert "Rivera" not in spoken(stories)[0]


def test_news_from_another_stand_comes_by_itself(stories: StoryStage) -> None:
    show(stories, 0)
    stories.blank("Come from elsewhere")
    stories.until(lambda: len(stories.page.list.model.rows) == 1)
    assert stories.rows()[0].status == StoryStatus.DRAFT


def test_what_is_chosen_comes_back_with_another_theme(stories: StoryStage) -> None:
    first = stories.released("One")
    stories.released("Two")
    show(stories, 2)
    model = stories.page.list.model
    model.toggle(model.index_of(first))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    build_anew(app, stories.window, replace(stories.window.around, theme=DARK))
    stories.until(lambda: stories.navigation.stories.stories is not None and stories.page.list.is_known)
    stories.until(lambda: stories.page.list.model.chosen == (first,))
    assert stories.has("stories_list")


def test_keys_of_the_room_are_on_the_sheet(stories: StoryStage) -> None:
    from hospitality_desk.gui.keys.key_list import key_lines  # only here

    lines = {line.does: line.keys for line in key_lines(stories.window.actions(), letters=True)}
    assert lines["Stories"] == ("Alt+5",)
    assert lines["Print, or see the pages first"] == ("Ctrl+P",)
    assert lines["Save PDF"] == ("Ctrl+S",)


def test_f6_goes_along_the_panes_of_the_editor(stories: StoryStage) -> None:
    stories.open(stories.blank())
    stories.until(lambda: stories.has_keyboard("scene_lived"))
    seen = []
    for _pane in range(4):
        stories.key(Qt.Key.Key_F6)
        here = QApplication.focusWidget()
        seen.append(here.objectName() if here is not None else "")
    assert seen[1] == "log_button"
    assert "editor_back" in seen
    assert "scene_lived" in seen
