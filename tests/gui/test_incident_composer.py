"""Writing a note: the kind is decided by a person, nothing typed is lost, and one act is one note."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from hospitality_desk.commands.incidents import WithdrawIncident
from hospitality_desk.commands.timeline import AddNote, KeepBack
from hospitality_desk.domain.entries import EntryKind, GuestKnows, How
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.promises import PromiseState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.incident.composer import Composer
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.gui.incident.note_field import NoteField
from hospitality_desk.gui.incident.page import IncidentPage
from hospitality_desk.storage.driver import sqlite_driver
from tests.gui.incident_stage import Stage, aside

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def composer(purse: Stage) -> Composer:
    return purse.page.composer


@pytest.fixture
def other(purse: Stage, tmp_path: Path) -> Iterator[Any]:
    """Another connection to the same store: BEGIN EXCLUSIVE lets nobody write until its ROLLBACK."""
    held = sqlite_driver().connect(str(tmp_path / "desk.sqlite3"), isolation_level=None)
    yield held
    held.close()


class Fingers:
    """A field's own clock: how long after the last key the next one comes, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0
        self.pause = 0.2

    def __call__(self) -> float:
        self.now += self.pause
        return self.now


@pytest.fixture
def fingers(composer: Composer) -> Fingers:
    made = Fingers()
    composer.field._clock = made
    return made


def guessed(composer: Composer) -> list[EntryKind]:
    return [kind for kind, chip in composer.kinds.chips.items() if chip.is_guess]


def test_enter_adds_and_the_field_is_empty_again(purse: Stage, composer: Composer, fingers: Fingers) -> None:
    composer.field.setFocus()
    QTest.keyClicks(composer.field, "Looks pale")
    assert guessed(composer) == [EntryKind.SAW]
    assert composer.kinds.chosen is None
    purse.changed(lambda: QTest.keyClick(composer.field, Qt.Key.Key_Return))
    note = purse.scene.incident.notes[-1]
    assert (note.kind, note.text, note.guest_knows) == (EntryKind.SAW, "Looks pale", GuestKnows.KNOWS)
    assert purse.scene.name(note.by) == "Carlo"
    assert composer.field.toPlainText() == ""
    assert guessed(composer) == []
    assert purse.toasts[-1][0] == "Note added."
    undo = purse.toasts[-1][1]
    assert undo is not None
    purse.changed(undo)
    assert not purse.scene.incident.notes[-1].counts


def test_a_scanner_s_enter_and_shift_enter_break_the_line(purse: Stage, composer: Composer, fingers: Fingers) -> None:
    composer.field.setFocus()
    fingers.pause = 0.005
    QTest.keyClicks(composer.field, "4006381333931")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    fingers.pause = 0.2
    QTest.keyClicks(composer.field, "x")
    QTest.keyClick(composer.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(composer.field, "y")
    assert composer.field.toPlainText() == "4006381333931\nx\ny"
    assert len(purse.whole().notes) == 9


def press(field: NoteField, key: Qt.Key, words: str, at: int, *, held: bool = False) -> None:
    """Press a key at a moment of the keyboard's own clock, in milliseconds, however late the window hears of it."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, words, held)
    event.setTimestamp(at)
    QApplication.sendEvent(field, event)


def test_the_keyboard_s_own_clock_tells_a_scanner_from_a_finger(
    purse: Stage, composer: Composer, fingers: Fingers
) -> None:
    """The window was busy: keys that were pressed apart arrive together, and a scanner's arrive apart."""
    fingers.pause = 0.2
    press(composer.field, Qt.Key.Key_X, "x", 1_000)
    press(composer.field, Qt.Key.Key_Return, "\r", 1_005)
    assert composer.field.text() == "x\n"
    fingers.pause = 0.001
    press(composer.field, Qt.Key.Key_Y, "y", 2_000)
    purse.changed(lambda: press(composer.field, Qt.Key.Key_Return, "\r", 2_200))
    assert purse.scene.incident.notes[-1].text == "x\ny"


def test_a_held_enter_adds_once(purse: Stage, composer: Composer) -> None:
    purse.type("Called")
    purse.changed(lambda: press(composer.field, Qt.Key.Key_Return, "\r", 1_000))
    for at in (1_400, 1_420, 1_460):
        press(composer.field, Qt.Key.Key_Return, "\r", at, held=True)
    assert composer.refusal.isHidden()
    assert composer.field.text() == ""


def test_the_field_grows_to_three_lines(purse: Stage, composer: Composer) -> None:
    one = composer.field.height()
    composer.field.insertPlainText("a\nb")
    two = composer.field.height()
    composer.field.insertPlainText("\nc\nd\ne")
    three = composer.field.height()
    assert one == 48 < two < three
    composer.field.insertPlainText("\nf")
    assert composer.field.height() == three


def test_two_enters_are_one_note(purse: Stage, composer: Composer) -> None:
    purse.type("Called the taxi office")

    def twice() -> None:
        composer.add()
        composer.add()

    purse.changed(twice)
    composer.add()
    assert composer.refusal.text() == "Write at least one word."
    assert [note.text for note in purse.whole().notes].count("Called the taxi office") == 1


def test_odd_characters_are_kept_to_the_letter(purse: Stage, composer: Composer) -> None:
    """Spaces and separators that Qt would turn into breaks of its own, pasted and stored as they are."""
    odd = "a\u2029b\u2028c\u00a0d\ufdd0e\nf"
    mime = QMimeData()
    mime.setText(odd)
    composer.field.insertFromMimeData(mime)
    assert composer.field.text() == odd
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].text == odd


def test_what_is_typed_while_it_is_sent_stays(purse: Stage, composer: Composer) -> None:
    purse.type("Called the taxi office")

    def go_on() -> None:
        composer.add()
        composer.field.insertPlainText(" and the police")

    purse.changed(go_on)
    purse.qtbot.waitUntil(lambda: composer.field.toPlainText() == "and the police")
    assert purse.scene.incident.notes[-1].text == "Called the taxi office"
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].text == "and the police"


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_1, "saw"), (Qt.Key.Key_3, "think"), (Qt.Key.Key_6, "cost")])
def test_ctrl_and_a_digit_choose_a_kind(purse: Stage, composer: Composer, key: Qt.Key, kind: str) -> None:
    composer.field.setFocus()
    QTest.keyClick(composer.field, key, Qt.KeyboardModifier.ControlModifier)
    assert composer.kinds.chosen == EntryKind(kind)
    assert composer.field.hasFocus()


def test_a_tap_decides_against_the_words_and_a_second_tap_takes_it_back(purse: Stage, composer: Composer) -> None:
    purse.type("Looks pale")
    purse.tap("kind_heard")
    assert composer.kinds.kind == EntryKind.HEARD
    assert guessed(composer) == []
    purse.tap("kind_heard")
    assert composer.kinds.kind == EntryKind.SAW


def test_a_kind_named_at_the_start_decides_and_is_not_part_of_the_note(purse: Stage, composer: Composer) -> None:
    purse.type("saw: told her friends apart")
    assert composer.kinds.chosen == EntryKind.SAW
    purse.changed(composer.add)
    note = purse.scene.incident.notes[-1]
    assert (note.kind, note.text) == (EntryKind.SAW, "told her friends apart")
    purse.type("saw:")
    composer.field.clear()
    assert composer.kinds.chosen is None


def test_told_is_proposed_and_never_assumed(purse: Stage, composer: Composer) -> None:
    purse.type("Told her we are calling")
    assert guessed(composer) == [EntryKind.TOLD]
    composer.add()
    assert composer.refusal.text() == "Did you tell the guest? Choose Told guest, or what else it is."
    assert composer.field.toPlainText() == "Told her we are calling"
    purse.tap("kind_told")
    assert composer.refusal.isHidden()
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].kind == EntryKind.TOLD


def test_telling_her_ticks_what_is_untold(purse: Stage, composer: Composer) -> None:
    purse.tap("told_guest")
    assert composer.kinds.chosen == EntryKind.TOLD
    assert purse.part("tells_8").isChecked()
    assert purse.part("tells_9").isChecked()
    assert composer.restarts.isVisible()
    assert composer.knows.isHidden()
    purse.part("promise_by").setFocus()
    QTest.keyClicks(purse.part("promise_by"), "1315")
    assert purse.part("told_how").text() == "Aloud"
    purse.add("It rings, and the taxi office is asking.")
    told = purse.scene.incident.notes[-1]
    assert (told.tells, told.how) == ((8, 9), How.ALOUD)
    assert told.promise is not None
    assert told.promise.what is None
    assert purse.scene.time(told.promise.by) == "13:15"
    assert purse.page.strip.isHidden()
    assert purse.page.header.clock.accessibleName() == "0 minutes since she heard from us, next word by 13:15"
    assert purse.toasts[-1][0] == "Told guest: the clock starts again."


def test_a_promise_of_a_thing_is_kept_or_moved(purse: Stage, composer: Composer) -> None:
    composer.choose_kind(EntryKind.TOLD)
    purse.tap("moves_1")
    purse.type("It will be 13:50 until it is here.")
    composer.add()
    purse.qtbot.waitUntil(lambda: composer.refusal.text() == "A promise needs a time. Say by when.")
    purse.part("promise_by").setFocus()
    QTest.keyClicks(purse.part("promise_by"), "13:50")
    purse.changed(composer.add)
    first, *_others, last = purse.scene.incident.promises
    assert first.state(purse.scene.now) == PromiseState.MOVED
    assert (last.what, purse.scene.time(last.by)) == ("Back before 13:40", "13:50")

    composer.choose_kind(EntryKind.DID)
    purse.tap(f"keeps_{last.n}")
    purse.add("Purse beside her plate.")
    assert purse.scene.incident.promises[-1].state(purse.scene.now) == PromiseState.KEPT


def test_a_think_rests_on_cues_and_a_did_follows_it(purse: Stage, composer: Composer) -> None:
    composer.choose_kind(EntryKind.THINK)
    assert composer.knows.isHidden()
    purse.tap("rests_on_8")
    purse.tap("rests_on_9")
    purse.tap("rests_on_9")
    purse.add("The driver does not hear it")
    assert purse.scene.incident.notes[-1].rests_on == (8,)
    composer.choose_kind(EntryKind.DID)
    purse.tap("follows_10")
    purse.add("Sent Tom to the taxi stand")
    assert (8, 10, 11) in purse.scene.incident.chains


def test_what_the_guest_knows_starts_as_its_kind_says(purse: Stage, composer: Composer) -> None:
    purse.tap("kind_heard")
    assert not composer.knows.isChecked()
    purse.type("“I need my purse.”")
    assert composer.knows.isChecked()
    composer.field.clear()
    purse.type("The kitchen is closing")
    purse.tap("kind_saw")
    assert composer.knows.isChecked()
    purse.tap("guest_already_knows")
    assert not composer.knows.isChecked()
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].guest_knows == GuestKnows.UNTOLD


def test_a_cost_is_read_and_can_be_put_right(purse: Stage, composer: Composer) -> None:
    purse.type("Flowers, $12.50")
    assert composer.kinds.kind == EntryKind.COST
    amount = purse.part("cost_amount")
    assert amount.text() == "$12.50"
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].amount == 1250

    purse.tap("kind_cost")
    purse.type("A taxi home")
    QTest.keyClicks(purse.part("cost_amount"), "about 20")
    composer.add()
    assert composer.refusal.text() == "That sum cannot be read. Write it like 64 or 64.50."
    purse.part("cost_amount").clear()
    QTest.keyClicks(purse.part("cost_amount"), "$20")
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].amount == 2000

    purse.tap("kind_cost")
    purse.add("A seat by the window")
    assert purse.scene.incident.notes[-1].amount is None


def test_when_it_happened(purse: Stage, composer: Composer) -> None:
    purse.type("Saw the taxi leave")
    purse.tap("note_when")
    purse.fill(time="25:99")
    assert "is no time" in purse.part("editor_refusal").text()
    purse.fill(time="12:20")
    assert purse.part("note_when").text() == "12:20"
    purse.changed(composer.add)
    assert purse.scene.time(purse.scene.incident.notes[-1].happened_at) == "12:20"  # type: ignore[arg-type]
    assert purse.part("note_when").text() == "now"


def test_vague_words_are_asked_about_and_may_be_said(purse: Stage, composer: Composer) -> None:
    composer.choose_kind(EntryKind.TOLD)
    purse.type("Someone will be back soon.")
    asked = purse.part("vague_words").text()
    assert "“Someone”: Who?" in asked
    assert "“soon”: By when?" in asked
    assert len(composer.field.extraSelections()) == 2
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].text == "Someone will be back soon."


def test_a_refusal_stands_above_the_words_and_they_stay(purse: Stage, composer: Composer) -> None:
    composer.choose_kind(EntryKind.TOLD)
    aside(purse.evening.do, WithdrawIncident, "Dana", incident_id=purse.scene.incident.incident_id, reason="twice")
    purse.type("Here it is.")
    composer.add()
    purse.qtbot.waitUntil(lambda: composer.refusal.text() == "#1 is withdrawn. Bring it back first.")
    assert composer.field.toPlainText() == "Here it is."


def test_a_draft_comes_back_with_its_choices(purse: Stage, composer: Composer, qtbot: QtBot) -> None:
    composer.choose_kind(EntryKind.THINK)
    purse.tap("rests_on_8")
    purse.type("Half a thou")
    incident_id = purse.scene.incident.incident_id
    station = purse.around.bridge.station
    qtbot.waitUntil(lambda: station.draft(f"composer:{incident_id}") is not None)
    again = IncidentPage(purse.around)
    qtbot.addWidget(again)
    again.show_incident(incident_id)
    qtbot.waitUntil(lambda: again.composer.field.toPlainText() == "Half a thou")
    assert again.composer.kinds.chosen == EntryKind.THINK
    assert again.composer.findChild(QAbstractButton, "rests_on_8").isChecked()


def test_each_problem_has_a_draft_of_its_own(purse: Stage, composer: Composer) -> None:
    first = purse.scene.incident.incident_id
    purse.type("For the purse")
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    purse.show(soup)
    assert composer.field.toPlainText() == ""
    purse.type("For the soup")
    purse.show(first)
    purse.qtbot.waitUntil(lambda: composer.field.toPlainText() == "For the purse")
    purse.show(soup)
    purse.qtbot.waitUntil(lambda: composer.field.toPlainText() == "For the soup")


def test_a_draft_whose_note_is_there_is_closed_as_saved(purse: Stage, qtbot: QtBot) -> None:
    """The PC died after the commit and before the draft was forgotten."""
    incident_id, choices = purse.scene.incident.incident_id, NoteChoices(kind=EntryKind.DID)
    aside(
        purse.evening.desk.do,
        AddNote(
            command_id=choices.command_id, by=purse.evening.ids["Carlo"], at=purse.evening.clock.moment,
            incident_id=incident_id, entry_id=choices.entry_id, kind=EntryKind.DID, text="Called",
        ),
    )  # fmt: skip
    station = purse.around.bridge.station
    station.keep_draft(f"composer:{incident_id}", "Called", choices.to_json(), purse.evening.clock.moment)
    again = IncidentPage(purse.around)
    qtbot.addWidget(again)
    again.show_incident(incident_id)
    qtbot.waitUntil(lambda: purse.said == ["Saved 12:56."])
    qtbot.waitUntil(lambda: station.draft(f"composer:{incident_id}") is None)
    assert again.composer.field.toPlainText() == ""


def test_the_draft_is_gone_once_it_is_a_note(purse: Stage, composer: Composer, qtbot: QtBot) -> None:
    incident_id = purse.scene.incident.incident_id
    purse.type("Called")
    composer.keep_now()
    station = purse.around.bridge.station
    qtbot.waitUntil(lambda: station.draft(f"composer:{incident_id}") is not None)
    purse.changed(composer.add)
    qtbot.waitUntil(lambda: station.draft(f"composer:{incident_id}") is None)


def test_choices_survive_the_disk(purse: Stage) -> None:
    choices = NoteChoices(
        kind=EntryKind.TOLD, knows=GuestKnows.UNTOLD, rests_on=frozenset({1, 2}), tells=frozenset({8}), keeps=1,
        promise_by="13:15", promise_what="purse", how=How.PHONE, amount="", happened_at=purse.scene.now,
    )  # fmt: skip
    assert NoteChoices.from_json(choices.to_json()) == choices
    assert NoteChoices.from_json({"kind": "nonsense"}).kind is None


def test_a_paste_is_plain_and_cut_where_it_must_be(purse: Stage, composer: Composer) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("x" * 1_000_000)
    composer.field.insertFromMimeData(mime)
    assert composer.field.toPlainText() == "x" * 20_000
    cut = "20,000 of 1,000,000 characters kept; the text was longer than we can keep."
    assert composer.refusal.text() == cut
    assert composer.refusal.isVisible()
    composer.field.insertPlainText("more")
    assert len(composer.field.toPlainText()) == 20_000
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].text == "x" * 20_000


def test_a_field_counts_people_s_characters(qtbot: QtBot, around: Around) -> None:
    field = NoteField(around, "field")
    qtbot.addWidget(field)
    field.insertPlainText("😀" * 20_001)
    assert field.toPlainText() == "😀" * 20_000


def test_add_is_quiet_until_there_is_a_word(purse: Stage, composer: Composer) -> None:
    assert not composer.add_button.isEnabled()
    assert composer.add_button.toolTip() == "Write at least one word."
    purse.type("…")
    assert not composer.add_button.isEnabled()
    purse.type("ok")
    assert composer.add_button.isEnabled()
    assert composer.add_button.property("kind") == "main"
    purse.changed(lambda: purse.tap("add_note"))
    assert not composer.add_button.isEnabled()


def test_news_from_elsewhere_does_not_disturb_who_is_typing(purse: Stage, composer: Composer) -> None:
    composer.choose_kind(EntryKind.TOLD)
    purse.part("promise_by").setFocus()
    QTest.keyClicks(purse.part("promise_by"), "13")
    purse.elsewhere(purse.evening.note, purse.scene.incident.incident_id, EntryKind.HEARD, "The driver has it.", "Ana")
    purse.qtbot.waitUntil(lambda: any(each.isVisible() for each in purse.window.findChildren(QWidget, "tells_10")))
    assert purse.part("promise_by").hasFocus()
    QTest.keyClicks(purse.part("promise_by"), ":20")
    assert purse.part("promise_by").text() == "13:20"


def soup_with_a_draft(purse: Stage, words: str) -> IncidentId:
    """Type into another problem and go back to the purse; its draft is on the disk."""
    first = purse.scene.incident.incident_id
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    purse.show(soup)
    purse.type(words)
    purse.show(first)
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == words)
    return soup


def draft_words(purse: Stage, incident_id: IncidentId) -> str | None:
    draft = purse.around.bridge.station.draft(f"composer:{incident_id}")
    return None if draft is None else draft.text


def test_telling_before_the_draft_is_read_keeps_it(purse: Stage, composer: Composer) -> None:
    soup = soup_with_a_draft(purse, "half a sentence that matters")
    purse.page.show_incident(soup)
    purse.page.tell()
    purse.qtbot.waitUntil(lambda: composer.field.text() == "half a sentence that matters")
    assert composer.kinds.chosen == EntryKind.TOLD
    composer.keep_now()
    with purse.qtbot.waitSignal(composer.drafts.keeper(soup).kept):
        composer.choose_kind(EntryKind.TOLD)
        composer.keep_now()
    assert draft_words(purse, soup) == "half a sentence that matters"


def test_words_typed_before_the_draft_is_read_go_behind_it(purse: Stage, composer: Composer) -> None:
    soup = soup_with_a_draft(purse, "Old words")
    scene = purse.scene
    purse.show(soup)
    of_soup = purse.scene
    composer.show_scene(scene, fresh=True)
    composer.show_scene(of_soup, fresh=True)
    purse.type("New")
    purse.qtbot.waitUntil(lambda: composer.field.text() == "Old words\nNew")
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == "Old words\nNew")


def test_words_typed_before_the_draft_is_read_are_kept_on_leaving(purse: Stage, composer: Composer) -> None:
    soup = soup_with_a_draft(purse, "Old words")
    scene = purse.scene
    purse.show(soup)
    of_soup = purse.scene
    composer.show_scene(scene, fresh=True)
    composer.show_scene(of_soup, fresh=True)
    purse.type("New")
    composer.show_scene(scene, fresh=True)
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == "Old words\nNew")
    composer.show_scene(of_soup, fresh=True)
    purse.qtbot.waitUntil(lambda: composer.field.text() == "Old words\nNew")


def test_a_draft_comes_back_when_the_store_cannot_say(
    purse: Stage, composer: Composer, other: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.expected = True  # type: ignore[attr-defined] # see tests/conftest.py
    soup = soup_with_a_draft(purse, "Old words")
    other.execute("ALTER TABLE done_commands RENAME TO elsewhere")
    purse.show(soup)
    purse.qtbot.waitUntil(lambda: composer.field.text() == "Old words")
    purse.type(" and new")
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == "Old words and new")
    assert purse.said == []


def test_a_draft_that_went_on_after_its_note_keeps_the_rest(purse: Stage, composer: Composer) -> None:
    """The window was ended after the commit, with words typed behind the ones that were sent."""
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    choices = NoteChoices(kind=EntryKind.DID, sent="Called")
    aside(
        purse.evening.desk.do,
        AddNote(
            command_id=choices.command_id, by=purse.evening.ids["Carlo"], at=purse.evening.clock.moment,
            incident_id=soup, entry_id=choices.entry_id, kind=EntryKind.DID, text="Called",
        ),
    )  # fmt: skip
    station = purse.around.bridge.station
    station.keep_draft(f"composer:{soup}", "Called the office", choices.to_json(), purse.evening.clock.moment)
    purse.show(soup)
    purse.qtbot.waitUntil(lambda: composer.field.text() == "the office")
    purse.qtbot.waitUntil(lambda: draft_words(purse, soup) == "the office")
    purse.changed(composer.add)
    assert [note.text for note in purse.whole().notes][-2:] == ["Called", "the office"]


def test_words_that_went_on_after_a_lost_answer_stay(purse: Stage, composer: Composer) -> None:
    """The note was added, its answer was lost, and the words went on: what is new is another note."""
    purse.type("Called")
    aside(
        purse.evening.desk.do,
        AddNote(
            command_id=composer._choices.command_id, by=purse.evening.ids["Carlo"], at=purse.evening.clock.moment,
            incident_id=purse.scene.incident.incident_id, entry_id=composer._choices.entry_id,
            kind=EntryKind.DID, text="Called",
        ),
    )  # fmt: skip
    composer._choices = replace(composer._choices, sent="Called")
    purse.type(" the office")
    composer.add()
    purse.qtbot.waitUntil(lambda: composer.field.text() == "the office")
    purse.changed(composer.add)
    assert [note.text for note in purse.whole().notes][-2:] == ["Called", "the office"]


def test_what_is_typed_behind_a_note_on_its_way_stays_on_leaving(purse: Stage, composer: Composer, other: Any) -> None:
    first = purse.scene.incident.incident_id
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    other.execute("BEGIN EXCLUSIVE")
    purse.type("Called")
    composer.add()
    purse.type(" the office")
    purse.show(soup)
    other.execute("ROLLBACK")
    purse.qtbot.waitUntil(lambda: draft_words(purse, first) == "the office")
    purse.show(first)
    purse.qtbot.waitUntil(lambda: composer.field.text() == "the office")
    assert purse.whole().notes[-1].text == "Called"


def test_a_late_refusal_is_said_and_leaves_the_keyboard_where_it_is(
    purse: Stage, composer: Composer, other: Any
) -> None:
    soup = aside(purse.evening.log, "cold soup", "Carlo")
    aside(purse.evening.do, WithdrawIncident, "Dana", incident_id=purse.scene.incident.incident_id, reason="twice")
    other.execute("BEGIN EXCLUSIVE")
    purse.type("Here it is.")
    composer.add()
    purse.show(soup)
    purse.page.happened.view.setFocus()
    other.execute("ROLLBACK")
    purse.qtbot.waitUntil(lambda: purse.said == ["#1 is withdrawn. Bring it back first."])
    assert composer.refusal.isHidden()
    assert purse.page.happened.view.hasFocus()


def test_a_refusal_of_what_is_shown_leaves_the_keyboard_too(purse: Stage, composer: Composer, other: Any) -> None:
    aside(purse.evening.do, WithdrawIncident, "Dana", incident_id=purse.scene.incident.incident_id, reason="twice")
    other.execute("BEGIN EXCLUSIVE")
    purse.type("Here it is.")
    composer.add()
    purse.page.happened.view.setFocus()
    other.execute("ROLLBACK")
    purse.qtbot.waitUntil(composer.refusal.isVisible)
    assert purse.page.happened.view.hasFocus()


def test_a_slow_store_is_said_on_the_button_and_typing_goes_on(purse: Stage, composer: Composer, other: Any) -> None:
    other.execute("BEGIN EXCLUSIVE")
    purse.type("Called")
    composer.add()
    assert composer.add_button.text() == "Add note"
    purse.qtbot.waitUntil(lambda: composer.add_button.text() == "Saving…")
    purse.type(" the office")
    other.execute("ROLLBACK")
    purse.qtbot.waitUntil(lambda: composer.add_button.text() == "Add note")
    assert composer.field.text() == "the office"


def test_no_keeper_stays_behind_for_a_problem_that_was_left(purse: Stage, composer: Composer) -> None:
    first = purse.scene.incident.incident_id
    soup = soup_with_a_draft(purse, "Old words")
    purse.show(soup)
    purse.show(first)
    for form in (composer, purse.page.tasks.form):
        purse.qtbot.waitUntil(lambda form=form: len(form.findChildren(DraftKeeper)) == 1)
    assert draft_words(purse, soup) == "Old words"


def test_esc_leaves_the_line_and_its_words(purse: Stage, composer: Composer) -> None:
    composer.field.setFocus()
    QTest.keyClicks(composer.field, "Half a note")
    QTest.keyClick(composer.field, Qt.Key.Key_Escape)
    assert purse.page.happened.view.hasFocus()
    assert composer.field.text() == "Half a note"


def test_undo_in_an_empty_line_is_the_toasts(composer: Composer) -> None:
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undo.ignore()
    QApplication.sendEvent(composer.field, undo)
    assert not undo.isAccepted()
    composer.field.insertPlainText("typed")
    QApplication.sendEvent(composer.field, undo)
    assert undo.isAccepted()


def test_what_is_kept_back_is_not_told_along(purse: Stage, composer: Composer) -> None:
    composer.tell()
    incident_id = purse.scene.incident.incident_id
    purse.elsewhere(purse.evening.do, KeepBack, "Ana", incident_id=incident_id, note=8, reason="not sure")
    purse.type("The taxi office is asking.")
    purse.changed(composer.add)
    assert purse.scene.incident.notes[-1].tells == (9,)
    assert purse.scene.incident.notes[7].guest_knows == GuestKnows.KEPT_BACK


def test_enter_beside_the_promise_adds_the_note(purse: Stage, composer: Composer) -> None:
    composer.choose_kind(EntryKind.TOLD)
    purse.type("I will be back.")
    QTest.keyClicks(purse.part("promise_by"), "13:20")
    purse.changed(lambda: QTest.keyClick(purse.part("promise_by"), Qt.Key.Key_Return))
    promise = purse.scene.incident.notes[-1].promise
    assert promise is not None
    assert promise.what is None


def test_tab_from_the_words_comes_by_the_promise_that_was_read(purse: Stage, composer: Composer) -> None:
    purse.page.tell()
    purse.type("I will be back by 13:10.")
    chip = purse.part("promise_guess")
    QTest.keyClick(composer.field, Qt.Key.Key_Tab)
    assert purse.window.focusWidget() is chip
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert purse.part("promise_by").text() == "13:10"
    assert composer.field.hasFocus()


def test_tab_leads_on_past_a_promise_nobody_wants(purse: Stage, composer: Composer) -> None:
    purse.page.tell()
    purse.type("I will be back by 13:10.")
    for _press in range(6):
        QTest.keyClick(purse.window.focusWidget(), Qt.Key.Key_Tab)
        if composer.add_button.hasFocus():
            break
    assert composer.add_button.hasFocus()
    assert purse.part("promise_by").text() == ""


def test_how_many_things_are_told_is_said(purse: Stage, composer: Composer) -> None:
    purse.page.tell()
    assert composer.add_button.text() == "Add note, tells 2"
    purse.tap("tells_9")
    assert composer.add_button.text() == "Add note, tells 1"
    composer.choose_kind(EntryKind.HEARD)
    assert composer.add_button.text() == "Add note"
    composer.choose_kind(EntryKind.TOLD)
    purse.add("Still calling the driver.")
    purse.qtbot.waitUntil(lambda: composer.add_button.text() == "Add note")


def test_after_a_click_on_add_the_next_word_can_be_typed(purse: Stage, composer: Composer) -> None:
    purse.type("Looks pale")
    purse.changed(lambda: purse.tap("add_note"))
    assert composer.field.hasFocus()


def undo_the_note(purse: Stage) -> None:
    undo = purse.toasts[-1][1]
    assert undo is not None
    purse.changed(undo)


def test_the_words_of_an_undone_note_come_back_with_what_they_carried(purse: Stage, composer: Composer) -> None:
    composer.tell(frozenset({9}))
    purse.add("The office has asked its drivers.")
    undo_the_note(purse)
    purse.qtbot.waitUntil(lambda: composer.field.text() == "The office has asked its drivers.")
    assert composer.kinds.chosen == EntryKind.TOLD
    incident = purse.changed(composer.add)
    assert [(note.counts, note.tells) for note in incident.notes[-2:]] == [(False, (9,)), (True, (9,))]


def test_words_that_were_typed_since_stay(purse: Stage, composer: Composer) -> None:
    purse.add("Looks pale")
    purse.type("Sat her down")
    undo_the_note(purse)
    assert composer.field.text() == "Sat her down"


@pytest.mark.parametrize("tall", [768, 480])
def test_a_promise_that_was_read_is_seen_in_a_low_window_too(purse: Stage, composer: Composer, tall: int) -> None:
    purse.window.resize(826, tall)
    purse.page.resize(826, tall)
    purse.page.tell()
    purse.type("I will be back by 13:10.")
    chip = purse.part("promise_guess")
    purse.qtbot.waitUntil(lambda: chip.visibleRegion().boundingRect().height() == chip.height())
