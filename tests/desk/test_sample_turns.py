"""A past told in turn: each command at its own time, all or none, and in a practice house only."""

from datetime import timedelta
from pathlib import Path

import pytest

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.incidents import LogIncident, SettleIncident
from hospitality_desk.commands.tasks import AddTask
from hospitality_desk.desk.open import Address, make_desk
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.errors import BugError, Refused
from hospitality_desk.queries.incidents import board_rows
from tests.helpers.evening import Evening


def log(evening: Evening, words: str, minutes_ago: int) -> LogIncident:
    at = evening.clock.moment - timedelta(minutes=minutes_ago)
    ids = {"command_id": CommandId(new_id()), "incident_id": IncidentId(new_id()), "entry_id": EntryId(new_id())}
    return LogIncident(**ids, by=THE_HOUSE, at=at, text=words, gist=words)  # type: ignore[arg-type]


def in_turn(evening: Evening, *commands: Command) -> None:
    evening.desk.do_in_turn(commands)


def test_each_is_recorded_at_its_own_time(evening: Evening) -> None:
    first, second = log(evening, "cold soup", 50), log(evening, "wrong wine", 20)
    task = AddTask(
        command_id=CommandId(new_id()), by=THE_HOUSE, at=second.at, incident_id=first.incident_id, title="soup"
    )
    in_turn(evening, first, second, task)
    soup, wine = evening.whole(first.incident_id), evening.whole(second.incident_id)
    assert (soup.number, soup.opened_at, soup.tasks[0].added_at) == (1, first.at, second.at)
    assert (wine.number, wine.opened_at, wine.notes[0].recorded_at) == (2, second.at, second.at)
    evening.log("now")
    assert len(evening.board()) == 3
    assert all(check.ok for check in evening.desk.check())


def test_one_refusal_and_nothing_was_told(evening: Evening) -> None:
    soup = log(evening, "cold soup", 50)
    task = AddTask(command_id=CommandId(new_id()), by=THE_HOUSE, at=soup.at, incident_id=soup.incident_id, title="soup")
    settle = SettleIncident(
        command_id=CommandId(new_id()), by=THE_HOUSE, at=soup.at, incident_id=soup.incident_id,
        outcome=Outcome.RECOVERED, asked=Asked.DECLINED,
    )  # fmt: skip
    with pytest.raises(Refused, match="not settled yet"):
        in_turn(evening, soup, task, settle)
    assert evening.board() == ()
    assert evening.desk.done_at(soup.command_id) is None
    in_turn(evening, soup, task)
    assert [row.number for row in evening.board()] == [1]


def test_the_same_command_again_is_the_same_act(evening: Evening) -> None:
    soup = log(evening, "cold soup", 50)
    in_turn(evening, soup, soup)
    assert [row.number for row in evening.board()] == [1]


def test_texts_pass_the_gate(evening: Evening) -> None:
    soup = log(evening, "cold\0 soup", 5)
    in_turn(evening, soup)
    assert evening.whole(soup.incident_id).notes[0].text == "cold soup"


@pytest.mark.parametrize("minutes", [(20, 50), (-1,)], ids=["backwards", "ahead"])
def test_time_only_goes_on_and_ends_now(evening: Evening, minutes: tuple[int, ...]) -> None:
    with pytest.raises(BugError):
        in_turn(evening, *(log(evening, "soup", ago) for ago in minutes))
    assert evening.board() == ()


def test_a_past_is_told_once_and_before_anything_else(evening: Evening) -> None:
    in_turn(evening, log(evening, "cold soup", 50))
    with pytest.raises(BugError):
        in_turn(evening, log(evening, "wrong wine", 20))
    assert [row.said for row in evening.board()] == ["cold soup"]


def test_who_tells_a_past_does_not_hear_of_it(evening: Evening) -> None:
    evening.desk.feed.begin()
    in_turn(evening, log(evening, "cold soup", 50), log(evening, "wrong wine", 20))
    assert not evening.desk.feed.news().changes
    evening.log("now")
    assert not evening.desk.feed.news().changes


def test_a_real_house_has_no_told_past(tmp_path: Path) -> None:
    desk = make_desk(Address(data=tmp_path))
    with pytest.raises(BugError):
        desk.do_in_turn([])
    assert desk.ask(board_rows) == ()
    desk.close()
