"""What time it is: one clock handed to everything, so that an evening can be told in a second."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; nothing else in the house may ask the system."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""


class SystemClock:
    """The PC's own clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class SetClock:
    """A clock that stands still until it is set: practice stores and tests."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self.moment


def in_utc(moment: datetime) -> datetime:
    """Return the moment in UTC; a moment without a zone is a mistake and raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(UTC)


def iso(moment: datetime) -> str:
    """Write a moment as ISO 8601 in UTC with Z, to the second where it has no smaller part."""
    return in_utc(moment).isoformat().replace("+00:00", "Z")
