"""A task that is tried again and again: its card, its keys, what they said, and its line in the timeline."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hospitality_desk.commands.tries import LogTry
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.tasks import TaskState, TryOutcome
from hospitality_desk.gui.incident.try_card import TryCard
from tests.gui.incident_stage import Stage, aside

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tell_calls(stage: Stage) -> None:
    """The purse with Ana's four calls, and the page at 12:56."""
    evening = stage.evening
    purse = stage.purse()
    evening.at("12:36")
    n = aside(evening.task, purse, "Ring her phone", "Ana", every=4)
    for at in ("12:36", "12:42", "12:48", "12:54"):
        evening.at(at)
        aside(evening.do, LogTry, "Ana", incident_id=purse, task=n, outcome=TryOutcome.NO_ANSWER)
    evening.at("12:56")
    stage.show(purse)


@pytest.fixture
def calls(stage: Stage) -> Stage:
    tell_calls(stage)
    return stage


def card_of(stage: Stage) -> TryCard:
    return stage.page.tasks.tries.cards[0]


def fold_of(stage: Stage) -> list[tuple[str, str]]:
    return [(row.time, row.text) for row in stage.page.happened.view.rows if row.key.startswith("tries:")]


def last_undo(stage: Stage) -> Callable[[], None]:
    undo = stage.toasts[-1][1]
    assert undo is not None
    return undo


def test_the_card_says_who_tries_how_often_and_when_next(calls: Stage) -> None:
    card = card_of(calls)
    assert card.title.text() == "Ring her phone"
    assert card.rule.text() == "Ana, every 4 min until answered"
    assert card.standing.text() == "4 tries, next in 2 min"
    assert card.times.times[-1] == "next 12:58"
    assert card.times.accessibleName().startswith("12:36 no answer, 12:42 no answer")
    assert "Ring her phone" not in [row.title for row in calls.page.tasks.view.rows]
    assert calls.page.tasks.count.text() == "2 open"
    assert fold_of(calls) == [("12:54", "Ring her phone: 4 tries, no answer")]
    assert (card.no_answer.height(), card.reach.height()) == (44, 44)


def test_one_tap_logs_a_try_and_undo_takes_it_back(calls: Stage) -> None:
    calls.changed(lambda: calls.tap("no_answer_3"))
    assert card_of(calls).standing.text() == "5 tries, next in 4 min"
    assert calls.toasts[-1][0] == "No answer. Next try 13:00: Ring her phone"
    calls.tap("no_answer_3")  # a second tap within two seconds is the first
    assert len(calls.whole().tasks[2].attempts) == 5
    calls.changed(last_undo(calls))
    assert card_of(calls).standing.text() == "4 tries, next in 2 min"


def test_undo_takes_no_later_try_back(calls: Stage) -> None:
    calls.changed(calls.page.no_answer)
    undo = last_undo(calls)
    incident_id = calls.scene.incident.incident_id
    calls.elsewhere(calls.evening.do, LogTry, "Tom", incident_id=incident_id, task=3, outcome=TryOutcome.BUSY)
    undo()
    assert calls.said == ["There is a later try. Nothing was taken back."]
    assert len(calls.whole().tasks[2].attempts) == 6


def test_a_missed_interval_is_said_in_words(calls: Stage) -> None:
    card = card_of(calls)
    for at, words in (("12:58", "due now"), ("13:01", "due 3 min ago"), ("14:58", "due 2 h 00 ago")):
        calls.evening.at(at)
        calls.page.look_again()
        assert card.standing.text() == f"4 tries, {words}"


def test_the_minutes_go_on_with_the_clock(calls: Stage) -> None:
    calls.evening.at("12:57")
    calls.page._on_tick()
    assert card_of(calls).standing.text() == "4 tries, next in 1 min"


def test_reached_asks_what_they_said(calls: Stage) -> None:
    calls.page.reached()
    card = card_of(calls)
    assert card.form.field.hasFocus()
    assert not card.no_answer.isVisible()
    QTest.keyClick(card.form.field, Qt.Key.Key_Escape)
    assert card.reach.hasFocus()
    calls.tap("reached_3")
    card.form.field.insertPlainText("The driver has it.")
    calls.changed(lambda: calls.tap("reached_log_3"))
    task = calls.scene.incident.tasks[2]
    assert (task.state, task.attempts[-1].outcome) == (TaskState.DONE, TryOutcome.ANSWERED)
    heard = calls.scene.incident.notes[-1]
    assert (heard.kind, heard.text) == (EntryKind.HEARD, "The driver has it.")
    assert calls.page.tasks.tries.cards == []
    assert calls.page.tasks.view.hasFocus(), "the keyboard stays with the tasks"
    assert "Ana, 12:56, 5 tries, answered" in [row.second for row in calls.page.tasks.view.rows]
    assert fold_of(calls) == [("12:56", "Ring her phone: 5 tries, answered")]
    calls.changed(last_undo(calls))
    calls.qtbot.waitUntil(lambda: not calls.scene.incident.notes[-1].counts)
    assert calls.scene.incident.tasks[2].is_open


def test_enter_alone_logs_that_they_were_reached(calls: Stage) -> None:
    calls.page.reached()
    before = len(calls.scene.incident.notes)
    calls.changed(lambda: QTest.keyClick(card_of(calls).form.field, Qt.Key.Key_Return))
    assert calls.scene.incident.tasks[2].state == TaskState.DONE
    assert len(calls.scene.incident.notes) == before


def test_what_they_said_is_kept_while_it_is_typed(calls: Stage) -> None:
    first = calls.scene.incident.incident_id
    calls.page.reached()
    card_of(calls).form.field.insertPlainText("The driver")
    calls.show(aside(calls.evening.log, "cold soup", "Carlo"))
    assert calls.page.tasks.tries.cards == []
    station = calls.around.bridge.station
    calls.qtbot.waitUntil(lambda: station.draft(f"reached:{first}:3") is not None)
    calls.show(first)
    calls.page.reached()
    calls.qtbot.waitUntil(lambda: card_of(calls).form.field.text() == "The driver")
    calls.changed(lambda: QTest.keyClick(card_of(calls).form.field, Qt.Key.Key_Return))
    calls.qtbot.waitUntil(lambda: station.draft(f"reached:{first}:3") is None)


def test_a_refusal_stays_in_the_card(calls: Stage) -> None:
    calls.page.reached()
    form = card_of(calls).form
    form.field.insertPlainText("The driver has it.")
    calls.around.acting.person = None
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.refusal.text().startswith("Say who you are first")
    assert form.field.text() == "The driver has it."


def test_the_other_outcomes_are_in_the_dots(calls: Stage) -> None:
    calls.tap("try_dots_3")
    assert list(calls.menu())[:5] == ["Busy", "Voicemail", "Declined", "Something else", "Done"]
    calls.changed(lambda: calls.choose("Voicemail"))
    assert calls.scene.incident.tasks[2].attempts[-1].outcome == TryOutcome.VOICEMAIL
    assert calls.toasts[-1][0] == "Voicemail. Next try 13:00: Ring her phone"


def test_d_on_the_card_is_done(calls: Stage) -> None:
    card_of(calls).no_answer.setFocus()
    calls.changed(lambda: QTest.keyClick(card_of(calls).no_answer, Qt.Key.Key_D))
    assert calls.scene.incident.tasks[2].state == TaskState.DONE


def test_the_fold_opens_to_every_try(calls: Stage) -> None:
    view = calls.page.happened.view
    at = next(at for at, row in enumerate(view.rows) if row.key == "tries:3")
    view.setFocus()
    view.setCurrentIndex(view.model().index(at, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    shown = [(row.time, row.text, row.author) for row in view.rows if row.key.startswith("try:")]
    assert shown[0] == ("12:36", "Ring her phone: no answer", "Ana")
    assert len(shown) == 4


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"until_count": 6}, "Tom, every 5 min until answered, 6 times at most"),
        ({"until_time": "13:30"}, "Tom, every 5 min until answered, or 13:30"),
    ],
)
def test_a_rule_says_what_else_ends_it(calls: Stage, fields: dict[str, Any], rule: str) -> None:
    if "until_time" in fields:
        fields = {"until_time": calls.evening.time(fields["until_time"])}
    incident_id = calls.scene.incident.incident_id
    calls.elsewhere(calls.evening.task, incident_id, "Reach the office", "Tom", every=5, **fields)
    first = card_of(calls)
    assert (first.title.text(), first.rule.text()) == ("Reach the office", rule), "what is due first stands first"
    assert first.standing.text() == "Not tried yet, due now"


def test_the_last_try_by_its_rule_says_so(calls: Stage) -> None:
    incident_id = calls.scene.incident.incident_id
    calls.elsewhere(calls.evening.task, incident_id, "Reach the office", "Tom", every=5, until_count=1)
    calls.changed(calls.page.no_answer)
    assert calls.toasts[-1][0] == "No answer. That was the last try: Reach the office"
    assert [card.n for card in calls.page.tasks.tries.cards] == [3]
