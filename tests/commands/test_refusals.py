"""What the house says no to: each refusal is a sentence, and nothing is changed by it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hospitality_desk.commands import incidents, staff, tasks, timeline
from hospitality_desk.domain.entries import EntryKind, GuestKnows, Judgement
from hospitality_desk.domain.ids import EntryId, IncidentId, PersonId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.domain.staff import Role
from hospitality_desk.errors import Refused
from tests.helpers.evening import Evening

SAW, HEARD, THINK, DID, COST = EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.COST


@pytest.fixture
def settled(evening: Evening) -> IncidentId:
    incident = evening.log()
    settle(evening, incident)
    return incident


def settle(evening: Evening, incident: IncidentId, **fields: Any) -> None:
    given = {"outcome": Outcome.RECOVERED, "asked": Asked.DECLINED, **fields}
    evening.do(incidents.SettleIncident, incident_id=incident, **given)


def evening_with_notes(evening: Evening) -> IncidentId:
    """Notes: 1 log line, 2 Saw, 3 Think, 4 Did, 5 Told with a promise of word, 6 Cost; promise 2 is of a thing."""
    incident = evening.log("Purse lost")
    evening.note(incident, SAW)
    evening.note(incident, THINK, rests_on=(1,))
    evening.note(incident, DID, follows=3)
    evening.told(incident, promise_by=evening.clock.moment + timedelta(minutes=5))
    evening.note(incident, COST, amount=100)
    later = evening.clock.moment + timedelta(minutes=30)
    evening.told(incident, promise_by=later, promise_what="the purse")
    return incident


FAR = datetime(9999, 12, 31, 23, 58, tzinfo=UTC)
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)

# fmt: off
REFUSED: list[tuple[str, Callable[[Evening, IncidentId], object], str]] = [
    ("a note without a word", lambda e, i: e.note(i, SAW, "  👍 "), "at least one word"),
    ("a Told by the wrong door", lambda e, i: e.note(i, EntryKind.TOLD), "no kind of note"),
    ("a Saw that rests on something", lambda e, i: e.note(i, SAW, rests_on=(1,)), "Only a Think rests"),
    ("a Think that rests on a Think", lambda e, i: e.note(i, THINK, rests_on=(3,)), "neither"),
    ("a Think that rests on nothing there", lambda e, i: e.note(i, THINK, rests_on=(99,)), "no note 99"),
    ("a Saw that follows", lambda e, i: e.note(i, SAW, follows=3), "Only a Did follows"),
    ("a Did that follows a Saw", lambda e, i: e.note(i, DID, follows=2), "is none"),
    ("a Saw that keeps a promise", lambda e, i: e.note(i, SAW, keeps=2), "keeps a promise"),
    ("a Did that keeps a promise of word", lambda e, i: e.note(i, DID, keeps=1), "promise of word"),
    ("a Did that keeps no promise", lambda e, i: e.note(i, DID, keeps=9), "no promise 9"),
    ("an amount on a Saw", lambda e, i: e.note(i, SAW, amount=5), "Only a Cost"),
    ("an amount below zero", lambda e, i: e.note(i, COST, amount=-5), "no amount"),
    ("an amount beyond any bill", lambda e, i: e.note(i, COST, amount=10**13), "no amount"),
    ("a Think the guest knows", lambda e, i: e.note(i, THINK, guest_knows=GuestKnows.KNOWS), "whether the guest knows"),
    ("a Saw that is told", lambda e, i: e.note(i, SAW, guest_knows=GuestKnows.TOLD), "whether the guest knows"),
    ("a note from the future", lambda e, i: e.note(i, SAW, happened_at=e.clock.moment + timedelta(hours=2)), "ahead"),
    ("a note from long ago", lambda e, i: e.note(i, SAW, happened_at=e.clock.moment - timedelta(days=400)), "a year"),
    ("telling a Think", lambda e, i: e.told(i, tells=(3,)), "nothing to tell"),
    ("a promise without a time", lambda e, i: e.told(i, promise_what="the purse"), "Say by when"),
    ("a move without a time", lambda e, i: e.told(i, moves=2), "Say by when"),
    ("a promise in the past", lambda e, i: e.told(i, promise_by=e.clock.moment), "has passed"),
    ("moving a promise of word", lambda e, i: e.told(i, moves=1, promise_by=e.later(minutes=1)), "promise of word"),
    ("keeping back what is known",
     lambda e, i: e.do(timeline.KeepBack, incident_id=i, note=2, reason="x"), "knows of note 2 already"),
    ("keeping back a Think", lambda e, i: e.do(timeline.KeepBack, incident_id=i, note=3, reason="x"), "nothing to tell"),
    ("keeping back without a reason", lambda e, i: e.do(
        timeline.KeepBack, incident_id=i, note=e.note(i, HEARD), reason=" "), "Say why"),
    ("looking again in the past", lambda e, i: e.do(timeline.KeepBack, incident_id=i, note=e.note(i, HEARD),
        reason="x", look_again=e.clock.moment), "has passed"),
    ("judging a Saw", lambda e, i: e.do(timeline.JudgeThink, incident_id=i, note=2, judgement=Judgement.RIGHT), "Only a Think"),
    ("correcting nothing", lambda e, i: e.do(timeline.CorrectNote, incident_id=i, note=2), "says that already"),
    ("correcting to the same", lambda e, i: e.do(timeline.CorrectNote, incident_id=i, note=2, text="a note"), "already"),
    ("correcting away", lambda e, i: e.do(timeline.CorrectNote, incident_id=i, note=2, text="…"), "one word"),
    ("bringing back what stands", lambda e, i: e.do(timeline.RestoreNote, incident_id=i, note=2), "not withdrawn"),
    ("withdrawing without a reason", lambda e, i: e.do(timeline.WithdrawNote, incident_id=i, note=2, reason=""), "Say why"),
    ("a party of none", lambda e, i: e.do(incidents.ChangeIncident, incident_id=i, party_size=0), "1 to 999"),
    ("a party of all the world", lambda e, i: e.do(incidents.ChangeIncident, incident_id=i, party_size=10**20), "1 to 999"),
    ("a kind the house has not", lambda e, i: e.do(incidents.ChangeIncident, incident_id=i, kind="Aliens"), "Lost property"),
    ("an owner who is nobody",
     lambda e, i: e.do(incidents.ChangeIncident, incident_id=i, owner=PersonId("x")), "not here"),
    ("quiet until just now",
     lambda e, i: e.do(incidents.LeaveInPeace, incident_id=i, until=e.clock.moment, reason="x"), "has passed"),
    ("quiet without a reason", lambda e, i: e.do(
        incidents.LeaveInPeace, incident_id=i, until=e.clock.moment + timedelta(hours=1), reason=""), "Say why"),
    ("bringing back a problem that stands",
     lambda e, i: e.do(incidents.RestoreIncident, incident_id=i), "not withdrawn"),
    ("opening again what is open", lambda e, i: e.do(incidents.ReopenIncident, incident_id=i, reason="x"), "not settled"),
    ("a verdict of six", lambda e, i: e.do(incidents.AddVerdict, incident_id=i, verdict=6), "1 to 5"),
    ("settling with words but no verdict", lambda e, i: settle(e, i, asked=Asked.ALOUD), "Ask the guest"),
    ("settling with a verdict nobody asked for", lambda e, i: settle(e, i, verdict=3), "Ask the guest"),
    ("settling blind", lambda e, i: settle(e, i, seen=1), "Look first"),
    ("a task without words", lambda e, i: e.task(i, "…"), "what is to be done"),
    ("a task for nobody", lambda e, i: e.task(i, owner=PersonId("x")), "not here"),
    ("taking no task", lambda e, i: e.do(tasks.TakeTask, incident_id=i, task=1), "no task 1"),
    ("a problem that is none", lambda e, _i: e.note(IncidentId("x"), SAW), "no such problem"),
    ("a first person who manages nothing", lambda e, _i: e.person("Ana", Role.HOST), "must be a manager"),
    ("a person without a name", lambda e, _i: e.person(" ", Role.MANAGER), "colleague's name"),
    ("somebody unknown leaving",
     lambda e, _i: e.do(staff.LetPersonLeave, person_id=PersonId("x")), "not here"),
    ("logging the same problem twice", lambda e, i: e.do(incidents.LogIncident, incident_id=i,
        entry_id=EntryId(new_id()), text="again", gist="again"), "logged already"),
    ("offering it to nobody", lambda e, _i: e.log(offer_to=PersonId("x")), "not here"),
    ("a promise a thousand years away", lambda e, i: e.told(i, promise_by=FAR), "year away"),
    ("a promise in the line a thousand years away", lambda e, _i: e.log(promise_by=FAR), "year away"),
    ("peace for a thousand years",
     lambda e, i: e.do(incidents.LeaveInPeace, incident_id=i, until=FAR, reason="x"), "year away"),
    ("a task a thousand years away", lambda e, i: e.task(i, due=FAR), "year away"),
    ("a task of the first day", lambda e, i: e.task(i, due=LONG_AGO), "year away"),
    ("looking again in a thousand years", lambda e, i: e.do(timeline.KeepBack, incident_id=i,
        note=e.note(i, HEARD), reason="x", look_again=FAR), "year away"),
    ("promising nothing", lambda e, i: e.told(i, promise_by=e.later(minutes=40), promise_what="  "), "what is promised"),
    ("keeping and moving at once",
     lambda e, i: e.told(i, keeps=2, moves=2, promise_by=e.later(minutes=40)), "not both"),
    ("logging nothing", lambda e, _i: e.log("  "), "at least one word"),
]
# fmt: on


@pytest.mark.parametrize(("name", "act", "says"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(evening: Evening, name: str, act: Callable[[Evening, IncidentId], object], says: str) -> None:
    incident = evening_with_notes(evening)
    before = evening.desk.newest_news()
    with pytest.raises(Refused, match=says) as caught:
        act(evening, incident)
    assert caught.value.say[0].isupper() or caught.value.say[0] == "#"
    assert caught.value.say.endswith(".")
    notes_made_on_the_way = name in {
        "keeping back without a reason",
        "looking again in the past",
        "looking again in a thousand years",
    }
    assert evening.desk.newest_news() == before + notes_made_on_the_way


@pytest.mark.parametrize(
    "act",
    [
        lambda e, i: e.do(incidents.LeaveInPeace, incident_id=i, until=e.clock.moment + timedelta(hours=1), reason="x"),
        lambda e, i: e.do(incidents.GuestLeft, incident_id=i),
        lambda e, i: e.do(incidents.GuestIsHere, incident_id=i),
        lambda e, i: e.task(i),
        lambda e, i: settle(e, i),
    ],
)
def test_a_settled_problem_asks_to_be_opened_first(
    evening: Evening, settled: IncidentId, act: Callable[[Evening, IncidentId], object]
) -> None:
    with pytest.raises(Refused, match="Open it again first"):
        act(evening, settled)


def test_a_withdrawn_problem_takes_nothing(evening: Evening) -> None:
    incident = evening.log()
    evening.do(incidents.WithdrawIncident, incident_id=incident, reason="twice")
    for act in (
        lambda: evening.note(incident, SAW),
        lambda: evening.told(incident),
        lambda: evening.task(incident),
        lambda: settle(evening, incident),
        lambda: evening.do(incidents.AddVerdict, incident_id=incident, verdict=3),
        lambda: evening.do(incidents.WithdrawIncident, incident_id=incident, reason="twice"),
    ):
        with pytest.raises(Refused, match="withdrawn"):
            act()


def test_only_a_manager_or_the_one_who_did_it_brings_a_problem_back(evening: Evening) -> None:
    evening.staffed()
    incident = evening.log(who="Carlo")
    evening.do(incidents.WithdrawIncident, "Carlo", incident_id=incident, reason="a mistake")
    with pytest.raises(Refused, match="manager"):
        evening.do(incidents.RestoreIncident, "Ana", incident_id=incident)
    evening.do(incidents.RestoreIncident, "Carlo", incident_id=incident)
    evening.do(incidents.WithdrawIncident, "Carlo", incident_id=incident, reason="a mistake")
    evening.do(incidents.RestoreIncident, "Dana", incident_id=incident)
    assert len(evening.board()) == 1


class TestWhoActs:
    def test_the_house_acts_until_there_is_a_manager(self, evening: Evening) -> None:
        evening.log()
        evening.person("Dana", Role.MANAGER)
        with pytest.raises(Refused, match="Say who is acting"):
            evening.log()
        evening.log(who="Dana")

    def test_a_host_adds_nobody(self, evening: Evening) -> None:
        evening.staffed()
        with pytest.raises(Refused, match="Ask a manager"):
            evening.person("Eve", who="Carlo")

    def test_a_trainer_notes_nothing(self, evening: Evening) -> None:
        evening.staffed()
        evening.person("Tess", Role.TRAINER, who="Dana")
        incident = evening.log(who="Tess")
        with pytest.raises(Refused, match="Ask a manager"):
            evening.note(incident, SAW, who="Tess")

    def test_two_of_one_name_are_told_apart(self, evening: Evening) -> None:
        evening.staffed()
        with pytest.raises(Refused, match="last name or an initial"):
            evening.person("CARLÓ", who="Dana")
        evening.person("Carlo B.", who="Dana")

    def test_who_left_does_nothing_any_more(self, evening: Evening) -> None:
        evening.staffed()
        evening.do(staff.LetPersonLeave, "Dana", person_id=evening.ids["Tom"])
        with pytest.raises(Refused, match="not here any more"):
            evening.log(who="Tom")
        evening.person("Tom", who="Dana")

    def test_the_last_manager_stays(self, evening: Evening) -> None:
        evening.staffed()
        with pytest.raises(Refused, match="only manager"):
            evening.do(staff.LetPersonLeave, "Dana", person_id=evening.ids["Dana"])


def test_settling_names_what_is_open(evening: Evening) -> None:
    evening.at("12:00")
    incident = evening.log("cold soup")
    evening.note(incident, HEARD, "The kitchen is out of soup.")
    evening.task(incident, "Bring bread")
    evening.told(incident, promise_by=evening.time("12:10"), promise_what="new soup")
    evening.at("12:20")
    with pytest.raises(Refused) as caught:
        settle(evening, incident)
    assert caught.value.missing == (
        "note 2 is not told: The kitchen is out of soup",
        "task 1 is not done: Bring bread",
        "promise 1 is broken and the guest has not heard since: new soup",
    )
    evening.told(incident, tells=(2,))
    evening.do(tasks.DropTask, incident_id=incident, task=1)
    settle(evening, incident, asked=Asked.ALOUD, verdict=4, words="Better.")
    assert evening.whole(incident).verdicts[0].words == "Better."
    assert evening.board() == ()


def test_what_is_kept_back_comes_back(evening: Evening) -> None:
    evening.at("12:00")
    incident = evening.log()
    heard = evening.note(incident, HEARD, "Another guest took it.")
    evening.do(
        timeline.KeepBack, incident_id=incident, note=heard, reason="not certain", look_again=evening.time("12:10")
    )
    assert evening.board()[0].untold_at(evening.clock.moment) == 0
    settle_at = evening.at("12:10")
    assert evening.board()[0].untold_at(settle_at) == 1
    assert [note.n for note in evening.whole(incident).untold(settle_at)] == [heard]
    with pytest.raises(Refused, match="not told"):
        settle(evening, incident)


def test_the_same_command_twice_is_one_act(evening: Evening) -> None:
    incident = evening.log()
    command = timeline.AddNote(
        command_id=new_id(), by=PersonId("the-house"), at=evening.clock.moment, incident_id=incident,
        entry_id=EntryId(new_id()), kind=SAW, text="once",
    )  # type: ignore[arg-type] # fmt: skip
    first, again = evening.desk.do(command), evening.desk.do(command)
    assert again.was_done_before
    assert not again.changes
    assert first.answer == again.answer == {"entry": 2}
    assert len(evening.whole(incident).notes) == 2


def test_an_unhappy_later_verdict_opens_it_again(evening: Evening, settled: IncidentId) -> None:
    evening.do(incidents.AddVerdict, incident_id=settled, verdict=4)
    assert evening.board() == ()
    evening.do(incidents.AddVerdict, incident_id=settled, verdict=2, words="Still no purse.")
    assert len(evening.board()) == 1
    assert [verdict.score for verdict in evening.whole(settled).verdicts] == [4, 2]


def test_a_promise_is_moved_once(evening: Evening) -> None:
    evening.at("12:00")
    incident = evening.log()
    evening.told(incident, promise_by=evening.time("12:20"), promise_what="a table")
    evening.told(incident, promise_by=evening.time("12:30"), moves=1)
    with pytest.raises(Refused, match="new time already"):
        evening.told(incident, promise_by=evening.time("12:40"), moves=1)
    evening.note(incident, DID, keeps=2)
    with pytest.raises(Refused, match="kept already"):
        evening.told(incident, promise_by=evening.time("12:40"), moves=2)


def test_a_settled_problem_makes_no_promise(evening: Evening, settled: IncidentId) -> None:
    evening.told(settled, "Thank you for coming.")
    with pytest.raises(Refused, match="Open it again first"):
        evening.told(settled, promise_by=evening.later(minutes=5))


def test_opened_again_it_has_not_ended(evening: Evening, settled: IncidentId) -> None:
    assert evening.whole(settled).outcome == Outcome.RECOVERED
    evening.do(incidents.ReopenIncident, incident_id=settled, reason="not yet right")
    again = evening.whole(settled)
    assert (again.outcome, again.asked, again.settled_at) == (None, None, None)
