"""The editor: words are kept as they are typed, names are decided where they stand, and the gate says what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit

from hospitality_desk.commands import stories as acts
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.rebuild import build_anew
from hospitality_desk.gui.stories.scene_marks import Sort, marks_in, places_of
from hospitality_desk.gui.theme import DARK
from tests.gui.lanes import bring_home
from tests.gui.story_stage import StoryStage

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen screen cannot raise a window


def box(stories: StoryStage, scene: Scene = Scene.LIVED) -> QTextEdit:
    return stories.editor.scenes.boxes[scene].words


def test_a_drawn_story_stands_beside_the_notes_it_rests_on(stories: StoryStage, settled_purse: IncidentId) -> None:
    editor = stories.open(stories.draw(settled_purse))
    assert len(editor.log.rows) == 11
    assert stories.part("margin_label_2").text() == "Came in alone, patting her pockets, pale"  # type: ignore[attr-defined]
    assert "Came in alone, patting her pockets, pale." in box(stories).toPlainText()
    assert "Rivera" not in "".join(each.words.text() for each in editor.scenes.boxes.values())
    assert editor.header.release.isEnabled() is False
    assert "A second person reads it" in editor.header.release.toolTip()
    assert "A second person reads it" in editor.header.release.accessibleDescription()
    assert editor.header.length.text().endswith("1 min aloud")


def test_what_is_typed_is_written_when_the_box_is_left(stories: StoryStage, settled_purse: IncidentId) -> None:
    stories.open(stories.draw(settled_purse))
    stories.write("scene_take", "Nobody had to ask first.")
    assert stories.text(Scene.TAKE) == ""
    stories.leave()
    stories.until(lambda: stories.text(Scene.TAKE) == "Nobody had to ask first.")
    stories.until(lambda: "5 scenes are written" in " ".join(_gate(stories)))
    assert stories.window.around.bridge.station.draft(f"story:{stories.editor.story_id}:take") is None


def test_what_is_typed_is_written_two_seconds_after_the_last_key(stories: StoryStage) -> None:
    stories.open(stories.blank())
    stories.write("scene_did", "We sat them by the window.")
    stories.until(lambda: stories.text(Scene.DID) == "We sat them by the window.")
    assert stories.has_keyboard("scene_did")


def test_typed_words_come_back_after_the_window_was_ended(stories: StoryStage) -> None:
    story_id = stories.blank()
    stories.open(story_id)
    stories.write("scene_did", "We sat them by")
    stories.navigation.keep_drafts()
    station = stories.window.around.bridge.station
    draft = station.draft(f"story:{story_id}:did")
    assert draft is not None
    assert draft.choices["words"] == "We sat them by"
    stories.page._close_editor = lambda **_how: None  # type: ignore[method-assign]
    stories.editor.scenes.boxes[Scene.DID].saving.is_dirty = False  # as after a kill: nobody writes it any more
    build_anew(_app(), stories.window, stories.window.around, other_house=True)
    stories.until(lambda: stories.window.around.acting.person is not None)
    stories.open(story_id)
    stories.until(lambda: box(stories, Scene.DID).toPlainText() == "We sat them by")
    stories.until(lambda: stories.text(Scene.DID, story_id) == "We sat them by")


def test_another_theme_brings_back_words_and_place(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    stories.open(story_id)
    stories.write("scene_take", "He believed her")
    old = stories.window.frame
    build_anew(_app(), stories.window, replace(stories.window.around, theme=DARK))
    stories.until(lambda: stories.navigation.stories.stories is not None and stories.page.editor is not None)
    assert stories.window.frame is not old
    stories.until(lambda: stories.has_keyboard("scene_take"))
    stories.until(lambda: box(stories, Scene.TAKE).toPlainText() == "He believed her")
    stories.until(lambda: all(child.objectName() != "return" for child in stories.navigation.children()))
    stories.keys(", and kept telling her.")
    stories.leave()
    stories.until(lambda: stories.text(Scene.TAKE, story_id) == "He believed her, and kept telling her.")


def test_a_box_under_edit_is_never_touched_and_a_clash_keeps_both(stories: StoryStage) -> None:
    story_id = stories.blank()
    stories.open(story_id)
    stories.write("scene_did", "We sat them by the window.")
    stories.do(acts.WriteScene, "Dana", story_id=story_id, scene=Scene.DID, text="They sat by the door.")
    stories.until(lambda: stories.has("scene_did_keep_mine"))
    assert box(stories, Scene.DID).toPlainText() == "We sat them by the window."
    stories.leave()
    bring_home(stories.window.around.bridge)
    assert stories.text(Scene.DID) == "They sat by the door."
    stories.tap("scene_did_keep_mine")
    stories.until(lambda: stories.text(Scene.DID) == "We sat them by the window.")
    assert not stories.has("scene_did_keep_mine")


def test_the_other_words_can_be_taken_and_ones_own_come_back_by_undo(stories: StoryStage) -> None:
    story_id = stories.blank()
    stories.open(story_id)
    stories.write("scene_did", "Mine.")
    stories.do(acts.WriteScene, "Dana", story_id=story_id, scene=Scene.DID, text="Theirs.")
    stories.tap("scene_did_take_theirs")
    assert box(stories, Scene.DID).toPlainText() == "Theirs."
    stories.window.notices.undo()
    assert box(stories, Scene.DID).toPlainText() == "Mine."
    stories.leave()
    stories.until(lambda: stories.text(Scene.DID) == "Mine.")


def test_a_name_typed_back_is_boxed_and_release_says_which_sentence(
    stories: StoryStage, settled_purse: IncidentId
) -> None:
    stories.open(stories.draw(settled_purse))
    stories.write("scene_take", "Ms Rivera was believed.")
    stories.leave()
    stories.until(lambda: "Ms Rivera was believed" in stories.editor.header.release.toolTip())
    marks = stories.editor.scenes.boxes[Scene.TAKE].words._marks
    assert [(each.sort, each.value) for each in marks if each.sort == Sort.OPEN] == [(Sort.OPEN, "Ms Rivera")]
    card = next(each for each in stories.editor.names.names.cards if each.question.value == "Ms Rivera")
    assert card.keep.isHidden()
    assert card.says.text() == "is in this problem"


def test_a_name_is_decided_by_its_suggestion_and_taken_back_by_undo(
    stories: StoryStage, settled_purse: IncidentId
) -> None:
    stories.open(stories.draw(settled_purse))
    stories.write("scene_take", "Zebulon drove fast.")
    stories.leave()
    part = stories.editor.names.names
    stories.until(lambda: any(each.question.value == "Zebulon" for each in part.cards))
    card = next(each for each in part.cards if each.question.value == "Zebulon")
    n = part.cards.index(card) + 1
    stories.tap(f"card_{n}_other")
    stories.keys("")
    field = card.field
    assert field is not None
    field.field.selectAll()
    stories.keys("the driver")
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: "the driver drove fast" in stories.text(Scene.TAKE).lower())
    stories.until(lambda: "Zebulon" in stories.toast)
    stories.until(lambda: any(each.decision.value == "Zebulon" for each in part.rows))
    stories.window.notices.undo()
    stories.until(lambda: stories.text(Scene.TAKE) == "Zebulon drove fast.")


def test_keeping_asks_why_and_says_the_refusal_in_its_place(stories: StoryStage) -> None:
    stories.open(stories.blank())
    stories.write("scene_take", "We rang Zebulon at once.")
    stories.leave()
    part = stories.editor.names.names
    stories.until(lambda: bool(part.cards))
    stories.tap("card_1_keep")
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.has("deciding_refusal"))
    stories.keys("a made-up name")
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: [each.outcome.text() for each in part.rows] == ["stays: a made-up name"])


def test_after_a_refusal_the_form_goes_on(stories: StoryStage, settled_purse: IncidentId) -> None:
    stories.open(stories.draw(settled_purse))
    stories.write("scene_take", "We rang Zebulon at once.")
    stories.leave()
    part = stories.editor.names.names
    stories.until(lambda: bool(part.cards))
    stories.tap("card_1_other")
    stories.keys("Ms Rivera")
    for send in (lambda: stories.key(Qt.Key.Key_Return), lambda: stories.tap("deciding_send")):
        send()
        part._shown = None  # something else changed meanwhile: the cards are made anew
        part.show_now(stories.editor.now)
        bring_home(stories.window.around.bridge)
        assert "would put Ms Rivera into the story" in stories.part("deciding_refusal", QLabel).text()
    stories.part("deciding_words", QLineEdit).selectAll()
    stories.part("deciding_words").setFocus()
    stories.keys("the driver")
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: "the driver at once" in stories.text(Scene.TAKE))


def test_other_words_that_stand_there_already_close_the_form(stories: StoryStage, settled_purse: IncidentId) -> None:
    stories.open(stories.draw(settled_purse))
    stories.tap("decided_pencil_1")
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: not stories.has("deciding_words"))
    stories.until(lambda: stories.has_keyboard("decided_pencil_1"))


def test_a_double_click_decides_one_name(stories: StoryStage) -> None:
    stories.open(stories.blank())
    stories.write("scene_take", "We rang Zebulon at once, and Balthasar after that.")
    stories.leave()
    part = stories.editor.names.names
    stories.until(lambda: len(part.cards) == 2)
    stories.until(lambda: stories.has("card_1_suggestion"))
    first = stories.part("card_1_suggestion", QAbstractButton)
    sent: list[str] = []
    part.cards[0].decided.connect(lambda words, _reason: sent.append(words))
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    first.click()
    assert len(sent) == 1
    stories.until(lambda: len(part.cards) == 1)
    part._rest.start(10_000)  # however long the store took
    stories.until(lambda: stories.has("card_1_suggestion"))
    QTest.mouseDClick(stories.part("card_1_suggestion"), Qt.MouseButton.LeftButton)
    bring_home(stories.window.around.bridge)
    assert len(part.cards) == 1
    part._rest.start(1)
    stories.rest()
    stories.until(lambda: stories.has("card_1_suggestion"))
    stories.tap("card_1_suggestion")
    stories.until(lambda: not part.cards)


def test_title_subtitle_questions_labels_and_behaviours(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    stories.open(story_id)
    stories.write("story_title", "The purse in the taxi")
    stories.write("story_subtitle", "A guest without the means to pay.")
    stories.leave()
    stories.until(lambda: stories.whole(story_id).story.text.subtitle == "A guest without the means to pay.")
    assert stories.whole(story_id).story.text.title == "The purse in the taxi"
    stories.tap("question_plus")
    stories.keys("What did he see?")
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.whole(story_id).story.text.questions == ("What did he see?",))
    stories.until(lambda: stories.has("question_1"))
    stories.write("margin_label_2", "She comes in, alone")
    stories.leave()
    stories.until(lambda: "She comes in, alone" in [each.label for each in stories.whole(story_id).story.text.moments])
    stories.tap("behaviour_plus")
    stories.tap("pick_behaviour_1")
    stories.tap("pick_note_2")
    stories.until(lambda: [each.entry for each in stories.whole(story_id).story.text.behaviours] == [2])
    stories.tap("behaviour_1")
    stories.choose("Take it away")
    stories.until(lambda: stories.whole(story_id).story.text.behaviours == ())
    stories.write("margin_label_2", " ")
    stories.leave()
    stories.until(lambda: all(each.entry != 2 for each in stories.whole(story_id).story.text.moments))


def test_a_behaviour_is_tied_to_its_note_by_keys_alone(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    first, second = list(stories.open(story_id).log.rows)[:2]
    stories.tab_to("behaviour_plus")
    stories.key(Qt.Key.Key_Return)
    assert stories.has_keyboard("pick_behaviour_1")
    for key, name in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Up, 1)):
        stories.key(key)
        assert stories.has_keyboard(f"pick_behaviour_{name}")
    stories.key(Qt.Key.Key_Up)
    assert stories.has_keyboard("pick_behaviour_1")
    stories.key(Qt.Key.Key_Return)
    assert stories.has_keyboard(f"pick_note_{first}"), QApplication.focusWidget()
    stories.key(Qt.Key.Key_Escape)
    assert not stories.has("behaviour_picker")
    assert stories.has_keyboard("behaviour_plus")
    stories.key(Qt.Key.Key_Return)
    stories.key(Qt.Key.Key_Space)
    stories.key(Qt.Key.Key_Down)
    assert stories.has_keyboard(f"pick_note_{second}")
    stories.key(Qt.Key.Key_Space)
    stories.until(lambda: [each.entry for each in stories.whole(story_id).story.text.behaviours] == [second])


def test_a_click_beside_the_behaviours_closes_them(stories: StoryStage, settled_purse: IncidentId) -> None:
    first = next(iter(stories.open(stories.draw(settled_purse)).log.rows))
    stories.tap("behaviour_plus")
    picker = stories.part("behaviour_picker")
    assert picker.height() > stories.window.height() * 3 // 4
    stories.tap("pick_behaviour_1")
    assert stories.has_keyboard(f"pick_note_{first}"), QApplication.focusWidget()
    QTest.mouseClick(stories.editor.scenes, Qt.MouseButton.LeftButton)
    assert not stories.has("behaviour_picker")


def test_who_only_reads_changes_nothing_and_sees_no_way_back_to_the_names(
    stories: StoryStage, settled_purse: IncidentId
) -> None:
    story_id = stories.draw(settled_purse)
    stories.act_as("Carlo")
    editor = stories.open(story_id)
    assert editor.log.isHidden()
    assert box(stories).isReadOnly()
    assert not editor.names.names.rows
    assert not stories.has("release_button")
    assert not stories.has("question_plus")


def test_a_concealed_draft_says_one_sentence_and_takes_nothing(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    stories.do(acts.WriteScene, "Dana", story_id=story_id, scene=Scene.TAKE, text="We rang Zebulon at once.")
    stories.act_as("Carlo")
    stories.navigation.stories.open_story(story_id)
    stories.until(lambda: stories.has("story_closed"))
    assert stories.part("story_closed", QLabel).text() == "A manager decides its names first."
    hidden = ("scenes_pane", "names_pane", "log_pane", "gate_part", "read_button", "release_button", "story_dots")
    assert [each for each in (*hidden, "preview_button", "story_subtitle") if stories.has(each)] == []
    assert stories.editor.header.title.isReadOnly()
    stories.until(lambda: stories.has_keyboard("editor_back"))
    stories.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert stories.has("story_closed")
    stories.do(acts.DecideValue, "Dana", story_id=story_id, value="Zebulon", replacement="the driver")
    stories.until(lambda: stories.has("scenes_pane"))
    assert "the driver" in box(stories, Scene.TAKE).toPlainText().lower()


def test_what_somebody_else_began_here_is_not_shown_to_who_only_reads(
    stories: StoryStage, settled_purse: IncidentId
) -> None:
    story_id = stories.draw(settled_purse)
    station, at = stories.window.around.bridge.station, stories.window.around.bridge.now()
    station.keep_draft(f"story:{story_id}:take", "box", {"words": "Half a", "was": ""}, at)
    stories.act_as("Carlo")
    stories.open(story_id)
    bring_home(stories.window.around.bridge)
    assert box(stories, Scene.TAKE).toPlainText() == ""
    stories.act_as("Dana")
    stories.until(lambda: box(stories, Scene.TAKE).toPlainText() == "Half a")


def test_somebody_else_at_the_stand_sees_nothing_of_the_page_before(
    stories: StoryStage, settled_purse: IncidentId
) -> None:
    story_id = stories.draw(settled_purse)
    stories.open(story_id)
    stories.tap("behaviour_plus")
    stories.act_as("Carlo")
    assert stories.page.editor is None
    assert not stories.has("story_editor")
    assert not stories.has("behaviour_picker")
    stories.until(lambda: stories.page.editor is not None)
    assert stories.editor.now.whole.incident is None


def test_words_under_way_are_kept_and_never_written_in_another_name(
    stories: StoryStage, settled_purse: IncidentId
) -> None:
    story_id = stories.draw(settled_purse)
    stories.open(story_id)
    stories.write("scene_take", "Ms Rivera was")
    stories.act_as("Carlo")
    stories.until(lambda: stories.page.editor is not None)
    bring_home(stories.window.around.bridge)
    assert "Rivera" not in box(stories, Scene.TAKE).toPlainText()
    assert stories.text(Scene.TAKE, story_id) == ""
    stories.act_as("Dana")
    stories.until(lambda: box(stories, Scene.TAKE).toPlainText() == "Ms Rivera was")


def test_an_answer_for_the_person_before_comes_too_late(stories: StoryStage, settled_purse: IncidentId) -> None:
    story_id = stories.draw(settled_purse)
    stories.open(story_id)
    stories.page._ask_whole()
    stories.act_as("Carlo")
    stories.until(lambda: stories.page.editor is not None)
    assert stories.editor.now.whole.incident is None
    bring_home(stories.window.around.bridge)
    assert stories.editor.now.whole.incident is None


def test_a_second_reader_reads_and_the_manager_releases_and_withdraws(stories: StoryStage) -> None:
    story_id = stories.blank()
    stories.do(acts.WriteScene, "Dana", story_id=story_id, scene=Scene.DID, text="We sat them by the window.")
    stories.open(story_id)
    assert not stories.has("read_button")
    stories.act_as("Carlo")
    stories.tap("read_button")
    stories.until(lambda: stories.editor.header.status.text().startswith("Read by Carlo"))
    stories.act_as("Dana")
    stories.until(lambda: stories.part("release_button", QAbstractButton).isEnabled())
    stories.tap("release_button")
    stories.until(lambda: stories.whole(story_id).story.status == StoryStatus.RELEASED)
    stories.until(lambda: stories.editor.header.status.text().startswith("Released"))
    stories.tap("story_dots")
    stories.choose("Withdraw the story…")
    stories.tap("withdraw_button")
    stories.until(lambda: stories.whole(story_id).story.status == StoryStatus.WITHDRAWN)
    stories.until(lambda: stories.toast == "“The wrong table” is withdrawn.")


def test_a_stray_letter_takes_no_release_away(stories: StoryStage) -> None:
    story_id = stories.released()
    editor = stories.open(story_id)
    for name in ("scene_did", "story_title"):
        stories.write(name, "x")
    stories.leave()
    bring_home(stories.window.around.bridge)
    assert stories.whole(story_id).story.status == StoryStatus.RELEASED
    assert not stories.has("question_plus")
    button = stories.part("write_again", QAbstractButton)
    assert button.accessibleDescription() == "It is then a draft again, and somebody reads it once more."
    stories.tap("story_dots")
    stories.choose("Write on it again")
    assert not box(stories, Scene.DID).isReadOnly()
    assert not stories.has("write_again")
    editor._opened = None
    editor.show_now(editor.now)
    stories.window.activateWindow()  # no window manager does it here when the menu has gone
    stories.until(lambda: QApplication.focusWidget() is not None)
    stories.tab_to("write_again", back=True)
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.has_keyboard("scene_lived"))
    assert stories.whole(story_id).story.status == StoryStatus.RELEASED
    stories.write("scene_did", "We sat them by the door.")
    stories.leave()
    stories.until(lambda: stories.whole(story_id).story.status == StoryStatus.DRAFT)
    stories.do(acts.ReadStory, "Carlo", story_id=story_id)
    stories.until(lambda: box(stories, Scene.DID).isReadOnly())


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Ana came. Banana split.", [(0, 3)]),
        ("ana and ANA", [(0, 3), (8, 11)]),
        ("🙂 Ana", [(3, 6)]),
        ("", []),
    ],
)
def test_marks_stand_on_whole_words_in_units_of_the_document(text: str, marks: list[tuple[int, int]]) -> None:
    assert [(each.start, each.end) for each in marks_in(text, ("Ana",), ())] == marks


def test_what_is_undecided_goes_before_words_that_were_put_in() -> None:
    marks = marks_in("the host Ana", ("the host Ana",), (("the host", "Carlo"),))
    assert [each.sort for each in marks] == [Sort.OPEN]


def test_a_sentence_under_change_stands_nowhere() -> None:
    from hospitality_desk.domain.stories.scenes import Sentence  # only here

    sentences = (Sentence(text="One.", entries=(1,)), Sentence(text="Two.", entries=(2,)), Sentence(text="Three."))
    places = places_of("One. Tw. Three.", sentences)
    assert [(each.start, each.entries) for each in places] == [(0, (1,)), (9, ())]


def _gate(stories: StoryStage) -> list[str]:
    return [line.words for line in stories.editor.names.gate._lines]


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
