"""What the purse story came to, number by number, as the tour writes them down (product paper, 3)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.guest_clock import ClockState, read_clock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.promises import PromiseState

_MINUTE = timedelta(minutes=1)


def clock_step(purse: Incident, now: datetime, zone: ZoneInfo) -> dict[str, Json] | None:
    """Return what the guest clock says now: local times, whole minutes; None once it has stopped."""
    facts = purse.clock_facts()
    if facts is None:
        return None
    reading = read_clock(facts, now)
    return {
        "time": f"{now.astimezone(zone):%H:%M}",
        "minutes": reading.minutes,
        "by": f"{reading.by.astimezone(zone):%H:%M}",
        "state": ClockState(reading.state).value,
        "notes": len(purse.notes),
        "untold": len(purse.untold(now)),
    }


def at_the_picture(purse: Incident, now: datetime) -> dict[str, Json]:
    """Return the three numbers of the picture of 12:56."""
    facts = purse.clock_facts()
    return {
        "notes": len(purse.notes),
        "untold": len(purse.untold(now)),
        "minutes": None if facts is None else (now - facts.start) // _MINUTE,
    }


def numbers(purse: Incident, now: datetime, house: House) -> dict[str, Json]:
    """Return the whole story's numbers; spans are whole minutes, money is in the smallest unit."""
    noticed = min(_moments(purse, EntryKind.SAW, EntryKind.HEARD))
    told = sorted(_moments(purse, EntryKind.TOLD))
    silences = [after - before for before, after in zip([noticed, *told], told, strict=False)]
    ended = purse.settled_at or now
    states = [promise.state(now) for promise in purse.promises]
    return {
        "status": purse.status.value,
        "notes": len(purse.notes),
        "first_word": (told[0] - noticed) // _MINUTE,
        "longest_silence": max(silences) // _MINUTE,
        "put_right": (told[-1] - noticed) // _MINUTE,
        "whole": (ended - noticed) // _MINUTE,
        "untold_for": [*_untold_for(purse)],
        "promises": [state.value for state in states],
        "kept": sum(state == PromiseState.KEPT for state in states),
        "cost": purse.cost,
        "currency": house.currency,
        "chains": [list(chain) for chain in purse.chains],
        "outcome": None if purse.outcome is None else purse.outcome.value,
        "verdict": purse.verdicts[-1].score if purse.verdicts else None,
        "verdict_words": purse.verdicts[-1].words if purse.verdicts else None,
    }


def _untold_for(purse: Incident) -> Sequence[int]:
    """Return how long each thing that we knew waited until the guest was told, in the order of the notes."""
    spans = []
    for note in purse.notes:
        teller = next((each for each in purse.notes if each.n == note.told_by), None)
        if teller is not None and teller.happened_at is not None and note.happened_at is not None:
            spans.append((teller.happened_at - note.happened_at) // _MINUTE)
    return spans


def _moments(purse: Incident, *kinds: EntryKind) -> list[datetime]:
    return [note.happened_at for note in purse.notes if note.kind in kinds and note.happened_at is not None]
