"""A note under the wrong problem goes to the right one: it counts there and not here, and the way back is whole."""

from collections.abc import Callable
from typing import Any

import pytest

from hospitality_desk.commands import incidents, timeline
from hospitality_desk.domain.entries import EntryKind, GuestKnows
from hospitality_desk.domain.ids import EntryId, IncidentId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome
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


# fmt: off
REFUSED: list[tuple[str, Callable[[Evening, IncidentId, IncidentId], object], str]] = [
    ("to itself", lambda e, soup, _: move(e, soup, 1, soup), "stands there already"),
    ("a note that is none", lambda e, soup, other: move(e, soup, 9, other), "no note 9"),
    ("to a problem that is none", lambda e, soup, _: move(e, soup, 1, IncidentId("nowhere")), "no such"),
    ("a withdrawn note", lambda e, soup, other: (
        e.do(timeline.WithdrawNote, incident_id=soup, note=1, reason="x"), move(e, soup, 1, other)), "is withdrawn"),
    ("to a withdrawn problem", lambda e, soup, other: (
        e.do(incidents.WithdrawIncident, incident_id=other, reason="x"), move(e, soup, 1, other)), "#2 is withdrawn"),
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
