"""From a settled problem to a released story, through the one door, on both stores."""

import pytest

from hospitality_desk.commands import incidents, moving, stories, timeline
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import EntryId, IncidentId, StoryId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome, Sort
from hospitality_desk.domain.staff import Role
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.errors import Refused
from hospitality_desk.queries.stories import StoryWhole, stories_for, stories_of, story_for, story_rows, story_whole
from tests.helpers.evening import Evening
from tests.helpers.purse import settled_purse


def whole(evening: Evening, story_id: StoryId) -> StoryWhole:
    found = evening.desk.ask(story_whole, story_id)
    assert found is not None
    return found


def drawn(evening: Evening, incident: IncidentId | None = None, who: str = "Dana") -> StoryId:
    story_id = StoryId(new_id())
    evening.do(stories.DrawStory, who, story_id=story_id, incident_id=incident or settled_purse(evening))
    return story_id


def decide_all(evening: Evening, story_id: StoryId) -> None:
    """Answer every question with the safe choice: what is offered in its place."""
    while found := whole(evening, story_id).undecided:
        first = found[0]
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value=first.value, replacement=first.suggestion)


def released(evening: Evening, story_id: StoryId) -> None:
    decide_all(evening, story_id)
    evening.do(stories.ReadStory, "Carlo", story_id=story_id)
    evening.do(stories.ReleaseStory, "Dana", story_id=story_id)


def write(evening: Evening, story_id: StoryId, scene: Scene, text: str, who: str = "Dana") -> StoryWhole:
    evening.do(stories.WriteScene, who, story_id=story_id, scene=scene, text=text)
    return whole(evening, story_id)


def test_the_draft_tells_every_note_once_in_its_scene(evening: Evening) -> None:
    story = whole(evening, drawn(evening)).story
    told = [(scene.scene, sorted({n for each in scene.sentences for n in each.entries})) for scene in story.text.scenes]
    assert told == [
        (Scene.LIVED, [1, 2]),
        (Scene.NOTICED, [3]),
        (Scene.DID, [4, 5, 6, 7, 8, 9, 10, 11, 12]),
        (Scene.ENDED, [13, 14, 15]),
    ]
    assert all(each.entries for scene in story.text.scenes for each in scene.sentences)
    assert [(each.minutes, each.told) for each in story.text.moments if each.told] == [
        (2, True), (14, True), (28, True), (33, True), (60, True),
    ]  # fmt: skip


def test_names_are_roles_and_times_are_minutes(evening: Evening) -> None:
    story = whole(evening, drawn(evening)).story
    text = "\n".join(scene.text for scene in story.text.scenes)
    for name in ("Rivera", "Carlo", "Ana", "Dana", "Tom", "12:", "13:", "917", "Table 12", "t12"):
        assert name not in text
    assert "I will be back by minute 29." in text
    assert "back by minute 64." in text
    assert "Asked for her number, the server calls it." in text


def test_the_same_problem_gives_the_same_draft(evening: Evening) -> None:
    purse = settled_purse(evening)
    first, second = drawn(evening, purse), drawn(evening, purse)
    assert whole(evening, first).story.text == whole(evening, second).story.text
    assert evening.desk.ask(stories_of, purse) == (first, second)
    assert {row.number for row in evening.desk.ask(story_rows)} == {1, 2}


def test_from_draft_to_released(evening: Evening) -> None:
    story_id = drawn(evening)
    before = whole(evening, story_id)
    assert [each.value for each in before.undecided] == ["the Bronx"]
    assert "A second person reads it" in before.gate
    with pytest.raises(Refused, match="not released yet") as refused:
        evening.do(stories.ReleaseStory, "Dana", story_id=story_id)
    assert refused.value.missing == before.gate
    decide_all(evening, story_id)
    with pytest.raises(Refused, match="does not read it"):
        evening.do(stories.ReadStory, "Dana", story_id=story_id)
    evening.do(stories.ReadStory, "Carlo", story_id=story_id)
    assert whole(evening, story_id).gate == ()
    evening.do(stories.ReleaseStory, "Dana", story_id=story_id)
    after = whole(evening, story_id)
    assert after.story.status == StoryStatus.RELEASED
    assert (after.gate, after.undecided) == ((), ())
    assert all(check.ok for check in evening.desk.check())


def test_a_change_of_the_text_voids_reading_and_release(evening: Evening) -> None:
    story_id = drawn(evening)
    released(evening, story_id)
    same = whole(evening, story_id).story.text.scene(Scene.ENDED).text
    assert write(evening, story_id, Scene.ENDED, same).story.status == StoryStatus.RELEASED, (
        "the same words change nothing"
    )
    changed = write(evening, story_id, Scene.ENDED, "The purse lay beside her plate.")
    assert changed.story.status == StoryStatus.DRAFT
    assert changed.gate == ("A second person reads it",)
    with pytest.raises(Refused, match="A second person reads it"):
        evening.do(stories.ReleaseStory, "Dana", story_id=story_id)


def test_whoever_read_another_text_is_told(evening: Evening) -> None:
    story_id = drawn(evening)
    decide_all(evening, story_id)
    seen = whole(evening, story_id).hash
    write(evening, story_id, Scene.TAKE, "Nobody had to ask first.")
    with pytest.raises(Refused, match="changed meanwhile"):
        evening.do(stories.ReadStory, "Carlo", story_id=story_id, seen=seen)
    evening.do(stories.ReadStory, "Carlo", story_id=story_id, seen=whole(evening, story_id).hash)


@pytest.mark.parametrize("scene", Scene)
def test_a_name_put_back_by_hand_is_refused_with_its_sentence(evening: Evening, scene: Scene) -> None:
    story_id = drawn(evening)
    decide_all(evening, story_id)
    found = write(evening, story_id, scene, "The door was open. Then Ms Rivera came in. She sat down.")
    assert found.gate[0] == "Take Ms Rivera out: Then Ms Rivera came in."
    with pytest.raises(Refused, match="Then Ms Rivera came in") as refused:
        evening.do(stories.ReadStory, "Carlo", story_id=story_id)
    assert "She sat down" not in " ".join(refused.value.missing)


@pytest.mark.parametrize(
    "disguise",
    ["ms RIVERA", "Riverá", "Rivera’s", "M. Rivera", "Rive-\nra", "Ms\nRivera", "MsRivera", "R i v e r a", "Riv\u00adera", "Rіvera", "Rivеrа", "R.i.v.e.r.a"],
)  # fmt: skip
def test_a_name_in_disguise_is_found(evening: Evening, disguise: str) -> None:
    story_id = drawn(evening)
    decide_all(evening, story_id)
    found = write(evening, story_id, Scene.DID, f"He said it. Then {disguise} came in.")
    assert [each.known for each in found.undecided] == ["Ms Rivera"]
    with pytest.raises(Refused):
        evening.do(stories.ReadStory, "Carlo", story_id=story_id)


def test_a_name_in_the_title_a_question_or_the_margin_is_found(evening: Evening) -> None:
    story_id = drawn(evening)
    decide_all(evening, story_id)
    evening.do(stories.TitleStory, "Dana", story_id=story_id, title="Rivera and the purse", subtitle="Carlo runs")
    evening.do(stories.WriteQuestion, "Dana", story_id=story_id, text="What did Ana see first?")
    evening.do(stories.LabelMoment, "Dana", story_id=story_id, entry=5, label="Tom calls 917 555 0147")
    found = whole(evening, story_id)
    assert {each.where.value for each in found.undecided} == {"title", "subtitle", "question", "margin"}
    assert all(each.known for each in found.undecided)


def test_a_known_name_cannot_be_kept_nor_put_back_by_a_decision(evening: Evening) -> None:
    story_id = drawn(evening)
    write(evening, story_id, Scene.TAKE, "Carlo believed her.")
    with pytest.raises(Refused, match="cannot stay"):
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value="Carlo", reason="he agreed")
    with pytest.raises(Refused, match="would put Ana into the story"):
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value="Carlo", replacement="Ana's friend")


def test_what_only_looks_like_a_name_may_stay_for_a_reason(evening: Evening) -> None:
    story_id = drawn(evening)
    value = next(each.value for each in whole(evening, story_id).undecided)
    with pytest.raises(Refused, match="why it may stay"):
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value=value)
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value=value, reason="a whole borough")
    after = whole(evening, story_id)
    assert value not in [each.value for each in after.undecided]
    assert value in after.story.text.scene(Scene.DID).text


def test_a_decision_can_be_changed(evening: Evening) -> None:
    story_id = drawn(evening)
    value = next(each.value for each in whole(evening, story_id).undecided)
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value=value, replacement="another part of town")
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value=value, replacement="several miles north")
    text = whole(evening, story_id).story.text.scene(Scene.DID).text
    assert "another part of town" not in text
    assert "several miles north, in several miles north." in text
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="Ms Rivera", replacement="the lady")
    assert "the guest" not in whole(evening, story_id).story.text.scene(Scene.LIVED).text


def test_the_same_name_is_no_other_word(evening: Evening) -> None:
    story_id = drawn(evening)
    with pytest.raises(Refused, match="the same name"):
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value="the Bronx", replacement="The Bronx")


def test_chinese_sentences_stand_close(evening: Evening) -> None:
    story_id = drawn(evening)
    words = "没有人来。我们找到了。\n请坐！谢谢。"
    assert write(evening, story_id, Scene.TAKE, words).story.text.scene(Scene.TAKE).text == words


def test_an_empty_replacement_takes_it_out(evening: Evening) -> None:
    story_id = drawn(evening)
    write(evening, story_id, Scene.DID, "He called 917 555 0147 again and again.")
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="917 555 0147", replacement="")
    assert whole(evening, story_id).story.text.scene(Scene.DID).text == "He called again and again."


def test_behaviours_show_in_notes(evening: Evening) -> None:
    story_id = drawn(evening)
    evening.do(stories.ShowBehaviour, "Dana", story_id=story_id, name="keeps TRYING", entry=5)
    evening.do(stories.ShowBehaviour, "Dana", story_id=story_id, name="Keeps trying", entry=8)
    assert [(each.name, each.entry) for each in whole(evening, story_id).story.text.behaviours] == [("Keeps trying", 8)]
    with pytest.raises(Refused, match="no such behaviour"):
        evening.do(stories.ShowBehaviour, "Dana", story_id=story_id, name="Smiles", entry=5)
    with pytest.raises(Refused, match="shows in a note"):
        evening.do(stories.ShowBehaviour, "Dana", story_id=story_id, name="Finds the yes", entry=99)
    evening.do(stories.ShowBehaviour, "Dana", story_id=story_id, name="Keeps trying")
    assert whole(evening, story_id).story.text.behaviours == ()


def test_questions_are_added_changed_and_taken_away(evening: Evening) -> None:
    story_id = drawn(evening)
    for question in ("What did he see?", "What could he promise?"):
        evening.do(stories.WriteQuestion, "Dana", story_id=story_id, text=question)
    evening.do(stories.WriteQuestion, "Dana", story_id=story_id, text="What did he see first?", n=1)
    evening.do(stories.WriteQuestion, "Dana", story_id=story_id, text="", n=2)
    assert whole(evening, story_id).story.text.questions == ("What did he see first?",)
    with pytest.raises(Refused, match="no question 2"):
        evening.do(stories.WriteQuestion, "Dana", story_id=story_id, text="x", n=2)


def test_a_blank_story_rests_on_nothing_and_knows_the_house(evening: Evening) -> None:
    evening.staffed()
    evening.person("Ruth", Role.TRAINER, "Dana")
    story_id = StoryId(new_id())
    evening.do(stories.StartStory, "Ruth", story_id=story_id, title="The window that faced the wall")
    found = write(evening, story_id, Scene.LIVED, "They were promised the sea. Tom took them to the yard.", "Ruth")
    assert [each.value for each in found.undecided] == ["Tom"]
    evening.do(stories.DecideValue, "Ruth", story_id=story_id, value="Tom", replacement="We")
    evening.do(stories.ReadStory, "Tom", story_id=story_id)
    with pytest.raises(Refused, match="may not release"):
        evening.do(stories.ReleaseStory, "Ruth", story_id=story_id)
    evening.do(stories.ReleaseStory, "Dana", story_id=story_id)
    with pytest.raises(Refused, match="shows in a note"):
        evening.do(stories.ShowBehaviour, "Dana", story_id=story_id, name="Keeps trying", entry=1)


def test_who_may_do_what(evening: Evening) -> None:
    purse = settled_purse(evening)
    evening.person("Ruth", Role.TRAINER, "Dana")
    for who in ("Carlo", "Ruth"):
        with pytest.raises(Refused, match="may not write a story drawn from a problem"):
            drawn(evening, purse, who)
    story_id = drawn(evening, purse)
    with pytest.raises(Refused, match="a manager writes on it"):
        write(evening, story_id, Scene.TAKE, "Mine.", "Ruth")
    with pytest.raises(Refused, match="may not write stories"):
        write(evening, story_id, Scene.TAKE, "Mine.", "Carlo")
    decide_all(evening, story_id)
    evening.do(stories.ReadStory, "Ruth", story_id=story_id)
    with pytest.raises(Refused, match="may not release"):
        evening.do(stories.WithdrawStory, "Ruth", story_id=story_id)


def test_only_what_has_an_end_is_told(evening: Evening) -> None:
    evening.staffed()
    open_one = evening.log(who="Carlo")
    with pytest.raises(Refused, match="still open"):
        drawn(evening, open_one)
    evening.do(incidents.WithdrawIncident, "Carlo", incident_id=open_one, reason="twice")
    with pytest.raises(Refused, match="withdrawn"):
        drawn(evening, open_one)


def test_a_withdrawn_story_is_neither_read_nor_released_until_it_is_written_anew(evening: Evening) -> None:
    story_id = drawn(evening)
    released(evening, story_id)
    evening.do(stories.WithdrawStory, "Dana", story_id=story_id)
    for command in (stories.ReadStory, stories.ReleaseStory):
        with pytest.raises(Refused):
            evening.do(command, "Carlo" if command is stories.ReadStory else "Dana", story_id=story_id)
    assert write(evening, story_id, Scene.TAKE, "Again.").story.status == StoryStatus.DRAFT
    assert all(check.ok for check in evening.desk.check())


def test_a_name_learnt_after_release_is_found_again(evening: Evening) -> None:
    purse = settled_purse(evening)
    story_id = drawn(evening, purse)
    decide_all(evening, story_id)
    write(evening, story_id, Scene.TAKE, "Believe the guest. Halfway is half the way.")
    decide_all(evening, story_id)
    write(evening, story_id, Scene.TAKE, "Meeting somebody halfway counts for Mellow people.")
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="Mellow", reason="a word")
    evening.do(stories.ReadStory, "Carlo", story_id=story_id)
    evening.do(stories.ReleaseStory, "Dana", story_id=story_id)
    evening.do(incidents.ChangeIncident, "Dana", incident_id=purse, guest="Ms Mellow")
    assert [each.known for each in whole(evening, story_id).undecided] == ["Ms Mellow"]


def test_a_corrected_note_shows_in_exactly_its_sentences(evening: Evening) -> None:
    purse = settled_purse(evening)
    story_id = drawn(evening, purse)
    assert not whole(evening, story_id).is_changed_since((5,))
    evening.later(minutes=1)
    evening.do(timeline.CorrectNote, "Dana", incident_id=purse, note=5, text="Seated her at once.")
    after = whole(evening, story_id)
    changed = [
        each.text
        for scene in after.story.text.scenes
        for each in scene.sentences
        if after.is_changed_since(each.entries)
    ]
    assert changed == [each.text for each in after.story.text.scene(Scene.DID).sentences if each.entries == (5,)]


def test_a_story_of_praise_needs_no_settling(evening: Evening) -> None:
    evening.staffed()
    praise = evening.log("They loved the soup", "Carlo", sort=Sort.PRAISE)
    evening.note(praise, EntryKind.DID, "Told the kitchen.", "Carlo")
    assert whole(evening, drawn(evening, praise)).story.text.title == "They loved the soup"


def test_a_moved_note_may_speak_of_the_guest_it_was_written_for(evening: Evening) -> None:
    purse = settled_purse(evening)
    other = evening.log("cold soup", "Carlo", guest="Ms Kowalski", place="Table 7")
    note = evening.note(other, EntryKind.HEARD, "she is kowalski, sits at t7", "Carlo")
    moved = {"incident_id": other, "note": note, "to": purse, "entry_id": EntryId(new_id())}
    evening.do(incidents.ReopenIncident, "Carlo", incident_id=purse, reason="more came")
    evening.do(moving.MoveNote, "Carlo", **moved)
    evening.told(purse, "All is here.", "Carlo", tells=(16,))
    settle = {"outcome": Outcome.RECOVERED, "asked": Asked.DECLINED}
    evening.do(incidents.SettleIncident, "Carlo", incident_id=purse, **settle)
    text = "\n".join(scene.text for scene in whole(evening, drawn(evening, purse)).story.text.scenes)
    assert "kowalski" not in text.casefold()
    assert "t7" not in text


@pytest.mark.parametrize("value", ["12:32", "13:40", "20 November 2026"])
def test_the_problems_own_times_and_days_cannot_be_kept(evening: Evening, value: str) -> None:
    story_id = drawn(evening)
    write(evening, story_id, Scene.TAKE, f"It was {value} by then.")
    with pytest.raises(Refused, match="cannot stay"):
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value=value, reason="why not")


@pytest.mark.parametrize("words", ["call 917 555 0147", "Mr Rivera", "at 13:40", "a@b.example.com"])
def test_a_decision_puts_nothing_in_that_tells(evening: Evening, words: str) -> None:
    story_id = drawn(evening)
    with pytest.raises(Refused, match="Choose other words"):
        evening.do(stories.DecideValue, "Dana", story_id=story_id, value="the Bronx", replacement=words)


def test_a_name_that_a_decision_puts_in_is_asked(evening: Evening) -> None:
    story_id = drawn(evening)
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="the Bronx", replacement="the Harlem side")
    assert "Harlem" in " ".join(each.value for each in whole(evening, story_id).undecided)


def test_a_decision_leaves_the_next_sentence_alone(evening: Evening) -> None:
    story_id = drawn(evening)
    write(evening, story_id, Scene.DID, "The driver is in the Bronx. The host set out.")
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="the Bronx", replacement="another part of town")
    text = whole(evening, story_id).story.text.scene(Scene.DID).text
    assert text == "The driver is in another part of town. The host set out."


def test_another_word_for_a_name_leaves_the_editors_own_words_alone(evening: Evening) -> None:
    story_id = drawn(evening)
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="Ana", replacement="a colleague")
    write(evening, story_id, Scene.TAKE, "Ask a colleague first.")
    evening.do(stories.DecideValue, "Dana", story_id=story_id, value="Ana", replacement="someone near")
    text = whole(evening, story_id).story.text
    assert "someone near calls it." in text.scene(Scene.DID).text
    assert text.scene(Scene.TAKE).text == "Ask a colleague first."


def test_nobody_writes_over_words_they_have_not_seen(evening: Evening) -> None:
    story_id = drawn(evening)
    for question in ("One?", "Two?", "Three?"):
        evening.do(stories.WriteQuestion, "Dana", story_id=story_id, text=question)
    evening.do(stories.WriteQuestion, "Dana", story_id=story_id, n=1, text="", seen="One?")
    evening.do(stories.WriteQuestion, "Dana", story_id=story_id, n=2, text="Two, again?", seen="Two?")
    assert whole(evening, story_id).story.text.questions == ("Two, again?", "Three?")
    with pytest.raises(Refused, match="Somebody changed that meanwhile"):
        evening.do(stories.WriteQuestion, "Dana", story_id=story_id, n=1, text="Mine?", seen="Two?")
    evening.do(stories.TitleStory, "Dana", story_id=story_id, title="The purse")
    with pytest.raises(Refused, match="now it says “The purse”"):
        evening.do(stories.TitleStory, "Dana", story_id=story_id, title="Mine", seen="Left purse in taxi, phone in it")
    evening.do(stories.TitleStory, "Dana", story_id=story_id, subtitle="A line", subtitle_seen="")
    with pytest.raises(Refused, match="Somebody changed"):
        evening.do(stories.TitleStory, "Dana", story_id=story_id, subtitle="Mine", subtitle_seen="")
    with pytest.raises(Refused, match="Somebody changed"):
        evening.do(stories.LabelMoment, "Dana", story_id=story_id, entry=5, label="Mine", seen="Something else")
    scene = whole(evening, story_id).story.text.scene(Scene.DID).text
    write(evening, story_id, Scene.DID, "It rang.")
    with pytest.raises(Refused, match="Both are kept"):
        evening.do(stories.WriteScene, "Dana", story_id=story_id, scene=Scene.DID, text="Mine.", seen=scene)


def test_undo_takes_back_the_last_words_and_only_those(evening: Evening) -> None:
    story_id = drawn(evening)
    write(evening, story_id, Scene.TAKE, "One.")
    made = evening.do(stories.WriteScene, "Dana", story_id=story_id, scene=Scene.TAKE, text="Two.")
    again = evening.do(stories.WriteScene, "Dana", story_id=story_id, scene=Scene.TAKE, text="Two.")
    assert made.changes
    assert not again.changes, "nothing was written, so there is nothing to take back"
    evening.do(stories.TakeBackWords, "Dana", story_id=story_id, seen=made.answer["seen"])
    assert whole(evening, story_id).story.text.scene(Scene.TAKE).text == "One."
    with pytest.raises(Refused, match="changed meanwhile"):
        evening.do(stories.TakeBackWords, "Dana", story_id=story_id, seen=made.answer["seen"])


def test_who_may_not_draw_sees_no_name(evening: Evening) -> None:
    story_id = drawn(evening)
    write(evening, story_id, Scene.TAKE, "Then Ms Rivera came in.")
    seen = evening.desk.ask(story_for, story_id, evening.ids["Carlo"])
    assert seen is not None
    assert (seen.incident, seen.story.text.decisions, seen.undecided) == (None, (), ())
    assert "Rivera" not in repr(seen)
    assert seen.is_closed
    evening.do(stories.TitleStory, "Dana", story_id=story_id, title="Rivera and the purse")
    (row,) = evening.desk.ask(stories_for, evening.ids["Carlo"])
    assert row.title == "A draft with names in it"
    (row,) = evening.desk.ask(stories_for, evening.ids["Dana"])
    assert row.title == "Rivera and the purse"
    decide_all(evening, story_id)
    seen = evening.desk.ask(story_for, story_id, evening.ids["Carlo"])
    assert seen is not None
    assert not seen.is_closed
    assert "the guest came in" in seen.story.text.scene(Scene.TAKE).text
    assert "Rivera" not in repr(seen)
    evening.do(stories.ReadStory, "Carlo", story_id=story_id, seen=seen.hash)
    whole_one = evening.desk.ask(story_for, story_id, evening.ids["Dana"])
    assert whole_one is not None
    assert whole_one.incident is not None
