"""A note under the wrong problem goes to the right one: it counts there and not here, and the way back is whole."""

from collections.abc import Callable
from typing import Any

import pytest

from hospitality_desk.commands import incidents, timeline
from hospitality_desk.domain.entries import EntryKind, GuestKnows, Judgement
from hospitality_desk.domain.ids import EntryId, IncidentId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome, Status
from hospitality_desk.errors import Refused
from tests.helpers.evening import Evening


@pytest.fixture
def two(evening: Evening) -> tuple[IncidentId, IncidentId]:
    """The soup of table 4 (#1) and the shower of room 7 (#2), logged at 12:32."""
    evening.at("12:32")
    return evening.log("cold soup", place="Table 4"), evening.log("cold shower", place="Room 7")


def move(evening: Evening, source: IncidentId, n: int, to: IncidentId) -> int:
    made = evening.do(timeline.MoveNote, incident_id=source, note=n, to=to, entry_id=EntryId(new_id()))
    return int(str(made.answer["entry"]))


def test_a_heard_is_untold_there_and_counts_for_nothing_here(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    n = evening.note(soup, EntryKind.HEARD, "The plumber is stuck in traffic.", happened_at=evening.time("12:31"))
    assert move(evening, soup, n, shower) == 2
    here, there = evening.whole(soup), evening.whole(shower)
    assert here.untold(evening.clock.moment) == ()
    assert here.notes[n - 1].withdrawn == "moved to #2"
    assert [note.text for note in there.untold(evening.clock.moment)] == ["The plumber is stuck in traffic."]
    assert there.notes[1].happened_at == evening.time("12:31")
    assert here.said == "cold soup"


def test_a_told_starts_the_clock_there_and_not_here(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    evening.at("12:40")
    n = evening.told(soup, "I will be back by 12:50.", promise_by=evening.time("12:50"))
    assert evening.clock_of(soup) == (0, "in_touch", "12:50")
    assert evening.clock_of(shower) == (8, "in_touch", "12:47")
    move(evening, soup, n, shower)
    assert evening.clock_of(soup) == (8, "in_touch", "12:47")
    assert evening.clock_of(shower) == (0, "in_touch", "12:50")
    assert evening.whole(soup).promises == ()
    assert [each.what for each in evening.whole(shower).promises] == [None]


def test_a_cost_takes_its_sum_along_and_a_told_fact_is_untold_there(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    cost = evening.note(soup, EntryKind.COST, "A night", amount=9000)
    heard = evening.note(soup, EntryKind.HEARD, "The boiler is out.")
    evening.told(soup, "The boiler is out.", tells=(heard,))
    move(evening, soup, cost, shower)
    moved = move(evening, soup, heard, shower)
    assert (evening.whole(soup).cost, evening.whole(shower).cost) == (0, 9000)
    assert evening.whole(shower).notes[moved - 1].guest_knows == GuestKnows.UNTOLD


def test_a_think_leaves_what_it_rests_on_behind(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    think = evening.note(soup, EntryKind.THINK, "The oven is off.", rests_on=(1,))
    evening.note(soup, EntryKind.DID, "Lit it.", follows=think)
    assert evening.whole(soup).chains == ((1, 2, 3),)
    moved = move(evening, soup, think, shower)
    assert evening.whole(soup).chains == ()
    assert evening.whole(shower).notes[moved - 1].rests_on == ()


def test_the_way_back_is_whole(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    heard = evening.note(soup, EntryKind.HEARD, "The boiler is out.")
    before = evening.whole(soup).notes
    there = move(evening, soup, heard, shower)
    back: dict[str, Any] = {"incident_id": soup, "note": heard, "to": shower, "there": there}
    evening.do(timeline.TakeMoveBack, **back)
    assert evening.whole(soup).notes == before
    assert evening.whole(shower).untold(evening.clock.moment) == ()
    with pytest.raises(Refused, match="is not withdrawn"):
        evening.do(timeline.TakeMoveBack, **back)


def test_a_moved_note_is_not_brought_back_here_while_it_stands_there(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    cost = evening.note(soup, EntryKind.COST, "A night", amount=9000)
    there = move(evening, soup, cost, shower)
    with pytest.raises(Refused, match=r"^Note 2 stands in #2 now\. Withdraw it there first\.$"):
        evening.do(timeline.RestoreNote, incident_id=soup, note=cost)
    assert (evening.whole(soup).cost, evening.whole(shower).cost) == (0, 9000)
    evening.do(timeline.WithdrawNote, incident_id=shower, note=there, reason="not theirs")
    evening.do(timeline.RestoreNote, incident_id=soup, note=cost)
    with pytest.raises(Refused, match="Note 2 stands in #1 now"):
        evening.do(timeline.RestoreNote, incident_id=shower, note=there)
    assert (evening.whole(soup).cost, evening.whole(shower).cost) == (9000, 0)


def test_a_note_that_went_on_its_way_stands_in_one_place(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    noise = evening.log("a loud lift", place="Room 9")
    cost = evening.note(soup, EntryKind.COST, "A night", amount=9000)
    there = move(evening, soup, cost, shower)
    last = move(evening, shower, there, noise)
    for problem, n in ((soup, cost), (shower, there)):
        with pytest.raises(Refused, match="stands in #3 now"):
            evening.do(timeline.RestoreNote, incident_id=problem, note=n)
    evening.do(timeline.WithdrawNote, incident_id=noise, note=last, reason="x")
    evening.do(timeline.RestoreNote, incident_id=soup, note=cost)
    again = move(evening, soup, cost, noise)
    with pytest.raises(Refused, match="stands in #3 now"):
        evening.do(timeline.RestoreNote, incident_id=shower, note=there)
    evening.do(timeline.WithdrawNote, incident_id=noise, note=again, reason="x")
    evening.do(timeline.RestoreNote, incident_id=shower, note=there)
    with pytest.raises(Refused, match="stands in #2 now"):
        evening.do(timeline.RestoreNote, incident_id=noise, note=again)
    assert [evening.whole(each).cost for each in (soup, shower, noise)] == [0, 9000, 0]


def test_its_author_stays_its_author(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    noise = evening.log("a loud lift", place="Room 9")
    evening.staffed()
    n = evening.note(soup, EntryKind.HEARD, "The boiler is out.", "Ana")
    assert evening.whole(soup).notes[1].moved_by is None
    made = evening.do(
        timeline.MoveNote, "Tom", incident_id=soup, note=n, to=shower, entry_id=EntryId("the moved one")
    )  # fmt: skip
    note = evening.whole(shower).notes[int(str(made.answer["entry"])) - 1]
    assert (note.by, note.moved_by) == (evening.ids["Ana"], evening.ids["Tom"])
    evening.do(timeline.MoveNote, "Carlo", incident_id=shower, note=note.n, to=noise, entry_id=EntryId("on its way"))
    note = evening.whole(noise).notes[1]
    assert (note.by, note.moved_by) == (evening.ids["Ana"], evening.ids["Carlo"])


def take_back(evening: Evening, source: IncidentId, n: int, to: IncidentId, there: int) -> None:
    evening.do(timeline.TakeMoveBack, incident_id=source, note=n, to=to, there=there)


def test_only_the_two_notes_of_a_move_are_taken_back(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    cost = evening.note(soup, EntryKind.COST, "A night", amount=9000)
    other = evening.note(soup, EntryKind.COST, "A towel", amount=5)
    there = move(evening, soup, cost, shower)
    evening.do(timeline.WithdrawNote, incident_id=soup, note=other, reason="a mistake")
    for source, n, to, at in ((soup, other, shower, there), (soup, cost, shower, 1), (soup, cost, soup, 1)):
        with pytest.raises(Refused, match="not the note that was moved"):
            take_back(evening, source, n, to, at)
    assert (evening.whole(soup).cost, evening.whole(shower).cost) == (0, 9000)
    take_back(evening, soup, cost, shower, there)
    assert (evening.whole(soup).cost, evening.whole(shower).cost) == (9000, 0)
    with pytest.raises(Refused, match="Note 2 stands in #1 now"):
        evening.do(timeline.RestoreNote, incident_id=shower, note=there)


def test_a_move_is_not_taken_back_where_the_note_was_withdrawn_for_another_reason_since(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    cost = evening.note(soup, EntryKind.COST, "A night", amount=9000)
    there = move(evening, soup, cost, shower)
    evening.do(timeline.WithdrawNote, incident_id=shower, note=there, reason="not theirs")
    evening.do(timeline.RestoreNote, incident_id=soup, note=cost)
    evening.do(timeline.WithdrawNote, incident_id=soup, note=cost, reason="a mistake")
    evening.do(timeline.RestoreNote, incident_id=shower, note=there)
    with pytest.raises(Refused, match="not the note that was moved"):
        take_back(evening, soup, cost, shower, there)
    assert (evening.whole(soup).cost, evening.whole(shower).cost) == (0, 9000)


# fmt: off
USED: list[tuple[str, EntryKind, Callable[[Evening, IncidentId, int], object]]] = [
    ("corrected", EntryKind.HEARD, lambda e, i, n: e.do(timeline.CorrectNote, incident_id=i, note=n, text="Mended.")),
    ("said to be known", EntryKind.HEARD, lambda e, i, n: e.do(
        timeline.CorrectNote, incident_id=i, note=n, guest_knows=GuestKnows.KNOWS)),
    ("judged", EntryKind.THINK, lambda e, i, n: e.do(
        timeline.JudgeThink, incident_id=i, note=n, judgement=Judgement.WRONG)),
    ("told", EntryKind.HEARD, lambda e, i, n: e.told(i, tells=(n,))),
    ("kept back", EntryKind.HEARD, lambda e, i, n: e.do(
        timeline.KeepBack, incident_id=i, note=n, reason="bad news")),
    ("rested on", EntryKind.HEARD, lambda e, i, n: e.note(i, EntryKind.THINK, rests_on=(n,))),
    ("followed", EntryKind.THINK, lambda e, i, n: e.note(i, EntryKind.DID, follows=n)),
]
# fmt: on


@pytest.mark.parametrize(("kind", "use"), [each[1:] for each in USED], ids=[each[0] for each in USED])
def test_a_move_is_not_taken_back_when_the_note_was_used_there(
    evening: Evening,
    two: tuple[IncidentId, IncidentId],
    kind: EntryKind,
    use: Callable[[Evening, IncidentId, int], object],
) -> None:
    soup, shower = two
    n = evening.note(soup, kind, "The boiler is out.")
    there = move(evening, soup, n, shower)
    use(evening, shower, there)
    before = evening.whole(shower)
    with pytest.raises(Refused, match=r"Note 2 of #2 was worked with there.*move it from there"):
        take_back(evening, soup, n, shower, there)
    assert evening.whole(shower) == before
    assert not evening.whole(soup).notes[n - 1].counts


def test_a_move_is_not_taken_back_when_its_promise_was_kept_there(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    n = evening.told(soup, promise_what="A new soup", promise_by=evening.time("12:50"))
    there = move(evening, soup, n, shower)
    did = evening.note(shower, EntryKind.DID, keeps=1)
    with pytest.raises(Refused, match="was worked with there"):
        take_back(evening, soup, n, shower, there)
    evening.do(timeline.WithdrawNote, incident_id=shower, note=did, reason="x")
    take_back(evening, soup, n, shower, there)
    assert [each.what for each in evening.whole(soup).promises] == ["A new soup"]


@pytest.mark.parametrize("became", ["kept", "kept late", "moved", "broken, and told of"])
def test_a_promise_that_is_decided_stays_behind(
    evening: Evening, two: tuple[IncidentId, IncidentId], became: str
) -> None:
    soup, shower = two
    n = evening.told(soup, "Soon.", promise_what="A new soup", promise_by=evening.time("12:40"))
    evening.at("12:45" if became in ("kept late", "broken, and told of") else "12:36")
    if became == "moved":
        evening.told(soup, promise_by=evening.time("12:55"), moves=1)
    elif became == "broken, and told of":
        evening.told(soup, "It takes longer.")
    else:
        evening.note(soup, EntryKind.DID, "Brought it.", keeps=1)
    there = move(evening, soup, n, shower)
    evening.at("13:00")
    assert evening.whole(shower).promises == ()
    assert evening.whole(shower).still_open(evening.clock.moment) == ()
    take_back(evening, soup, n, shower, there)
    assert evening.whole(soup).promises[0].what == "A new soup"


def test_a_kept_word_stays_behind(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    n = evening.told(soup, "Back by 12:50.", promise_by=evening.time("12:50"))
    evening.at("12:40")
    evening.told(soup, "It is coming.")
    move(evening, soup, n, shower)
    assert evening.whole(shower).promises == ()


def test_a_judgement_goes_along(evening: Evening, two: tuple[IncidentId, IncidentId]) -> None:
    soup, shower = two
    think = evening.note(soup, EntryKind.THINK, "The boiler is old.")
    evening.do(timeline.JudgeThink, incident_id=soup, note=think, judgement=Judgement.RIGHT)
    there = move(evening, soup, think, shower)
    assert evening.whole(shower).notes[there - 1].judged == Judgement.RIGHT
    take_back(evening, soup, think, shower, there)
    assert evening.whole(soup).notes[think - 1].judged == Judgement.RIGHT


def test_a_note_moved_to_a_settled_problem_is_untold_there_as_an_added_one_is(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    evening.do(incidents.SettleIncident, incident_id=shower, outcome=Outcome.RECOVERED, asked=Asked.DECLINED)
    heard = evening.note(soup, EntryKind.HEARD, "The boiler is out.")
    moved = move(evening, soup, heard, shower)
    added = evening.note(shower, EntryKind.HEARD, "The boiler is out.")
    there = evening.whole(shower)
    assert [note.n for note in there.untold(evening.clock.moment)] == [moved, added]
    assert there.status == Status.SETTLED


def test_a_decided_promise_does_not_keep_its_note_from_a_settled_problem(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    evening.do(incidents.SettleIncident, incident_id=shower, outcome=Outcome.RECOVERED, asked=Asked.DECLINED)
    n = evening.told(soup, promise_by=evening.time("12:50"))
    evening.told(soup, "It is coming.")
    assert move(evening, soup, n, shower) == 2


def test_the_log_line_goes_when_something_else_stands_here(
    evening: Evening, two: tuple[IncidentId, IncidentId]
) -> None:
    soup, shower = two
    evening.note(soup, EntryKind.SAW, "The plate is blue.")
    assert move(evening, soup, 1, shower) == 2


# fmt: off
REFUSED: list[tuple[str, Callable[[Evening, IncidentId, IncidentId], object], str]] = [
    ("to itself", lambda e, soup, _: move(e, soup, 1, soup), "stands there already"),
    ("a note that is none", lambda e, soup, other: move(e, soup, 9, other), "no note 9"),
    ("to a problem that is none", lambda e, soup, _: move(e, soup, 1, IncidentId("nowhere")), "no such"),
    ("a withdrawn note", lambda e, soup, other: (
        e.do(timeline.WithdrawNote, incident_id=soup, note=1, reason="x"), move(e, soup, 1, other)), "is withdrawn"),
    ("to a withdrawn problem", lambda e, soup, other: (
        e.do(incidents.WithdrawIncident, incident_id=other, reason="x"), move(e, soup, 1, other)), "#2 is withdrawn"),
    ("the log line while nothing else is known here", lambda e, soup, other: (
        e.note(soup, EntryKind.THINK, "The oven is off."), move(e, soup, 1, other)), "Withdraw #1 instead"),
    ("a promise to a settled problem", lambda e, soup, other: (
        e.do(incidents.SettleIncident, incident_id=other, outcome=Outcome.RECOVERED, asked=Asked.DECLINED),
        move(e, soup, e.told(soup, promise_by=e.time("12:50")), other)), "#2 is settled"),
]
# fmt: on


@pytest.mark.parametrize(("act", "says"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_what_cannot_be_moved_stays(
    evening: Evening,
    two: tuple[IncidentId, IncidentId],
    act: Callable[[Evening, IncidentId, IncidentId], object],
    says: str,
) -> None:
    with pytest.raises(Refused, match=says):
        act(evening, *two)
    assert len(evening.whole(two[1]).notes) == 1
