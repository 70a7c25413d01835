"""The guest clock: how long since the guest heard from us, and by when they should.

Never stored: it is read from facts that the notes give and from a clock that is handed in. Source of every rule:
product paper, 2b; the four states: design paper, 2.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from hospitality_desk.domain.house import KEEP_IN_LOOP, KEEP_IN_LOOP_GONE, Severity

AFTER_QUIET = timedelta(minutes=5)
SOON_AT_MOST = timedelta(minutes=5)
_ONE_SECOND = timedelta(seconds=1)


class ClockState(StrEnum):
    """How the guest's wait stands."""

    IN_TOUCH = "in_touch"
    SOON = "soon"
    LATE = "late"
    RESTING = "resting"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """What the notes say that the clock needs; no moment in here depends on the time it is read."""

    start: datetime
    """The last Told note, or a reopening after it; before the first, the earliest Saw or Heard."""
    severity: Severity
    is_gone: bool
    """The guest has left, or the problem reached us by letter or review."""
    word_by: datetime | None = None
    """The promise of word of the last Told note."""
    thing_by: datetime | None = None
    """The earliest promise of a thing that still counts."""
    quiet_until: datetime | None = None
    """The end of the peace the guest asked for, while it counts."""

    @property
    def by(self) -> datetime:
        """Return when the guest should hear from us."""
        if self.quiet_until is not None:
            word = self.quiet_until + AFTER_QUIET
        elif self.word_by is not None:
            word = self.word_by
        else:
            word = self.start + (KEEP_IN_LOOP_GONE if self.is_gone else KEEP_IN_LOOP[self.severity])
        return word if self.thing_by is None else min(word, self.thing_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading:
    """The guest clock at one moment."""

    minutes: int
    """Whole minutes since `start`, rounded down, never below 0."""
    state: ClockState
    start: datetime
    by: datetime
    now: datetime
    quiet_until: datetime | None = None

    @property
    def minutes_late(self) -> int:
        """Return whole minutes past `by`, rounded down; 0 while in time."""
        return max(0, (self.now - self.by) // timedelta(minutes=1))


def read_clock(facts: ClockFacts, now: datetime) -> ClockReading:
    """Read the guest clock: late from the second after `by`, soon from a third of the interval (at most 5 min)."""
    by = facts.by
    if facts.quiet_until is not None and now < facts.quiet_until:
        state = ClockState.RESTING
    elif now - by >= _ONE_SECOND:
        state = ClockState.LATE
    elif by - now <= min(SOON_AT_MOST, (by - facts.start) / 3):
        state = ClockState.SOON
    else:
        state = ClockState.IN_TOUCH
    return ClockReading(
        minutes=max(0, (now - facts.start) // timedelta(minutes=1)),
        state=state,
        start=facts.start,
        by=by,
        now=now,
        quiet_until=facts.quiet_until,
    )


def board_order(reading: ClockReading) -> tuple[int, datetime]:
    """Return the place on the Floor: late ones first, most late first, then least time left, resting last."""
    if reading.state == ClockState.RESTING:
        return 1, reading.quiet_until or reading.by
    return 0, reading.by
