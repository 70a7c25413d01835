"""A house at its busiest: sixty open problems, one of them with two hundred notes."""

from datetime import timedelta
from pathlib import Path

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.queries.incidents import board_rows
from tests.helpers.evening import Evening
from tests.helpers.stores import START

PROBLEMS, NOTES = 60, 200
NOW = START + timedelta(minutes=30)
_SAID = (
    "Cold soup", "No towels after the swim", "“We were told this table was by the window.”", "The lift is slow",
    "Waits for the bill since long, and the taxi is at the door", "Lost a glove in the bar",
)  # fmt: skip
_KINDS = (EntryKind.SAW, EntryKind.HEARD, EntryKind.DID, EntryKind.THINK)


def open_crowded(folder: Path) -> Desk:
    """Open the house as a stand does, at the same moment for all."""
    desk = open_desk(Address(data=folder))
    desk.clock = SetClock(NOW)
    return desk


def make_crowded(folder: Path) -> IncidentId:
    """Make it, and return the problem with the long timeline."""
    desk = make_desk(
        Address(data=folder), name="Bayside House", zone_name="America/New_York", currency="USD", practice=True
    )
    desk.clock = SetClock(START)
    evening = Evening(desk)
    evening.staffed()
    for n in range(PROBLEMS):
        evening.clock.moment = START + timedelta(seconds=15 * n)
        said = _SAID[n % len(_SAID)]
        problem = evening.log(said, "Ana", place=f"Table {n + 1}", guest="Rivera", party_size=n % 5 + 1)
        if n == 0:
            longest = problem
    for n in range(NOTES - 1):
        words = f"Note {n + 2}: " + "somebody went to look, came back and said what there was. " * (n % 4 + 1)
        evening.note(longest, _KINDS[n % len(_KINDS)], words, "Carlo")
    evening.clock.moment = NOW
    assert len(desk.ask(board_rows)) == PROBLEMS
    desk.close()
    return longest
