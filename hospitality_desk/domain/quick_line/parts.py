"""What is found in a line: the parts, where each stands, and the line as it was typed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.gist import gist_of
from hospitality_desk.domain.quick_line.words import LineWords


class PartName(StrEnum):
    """What a part of the line says."""

    PLACE = "place"
    GUEST = "guest"
    PARTY_SIZE = "party_size"
    PHONE = "phone"
    PROMISE_BY = "promise_by"
    OWNER = "owner"
    KIND = "kind"
    SEVERITY = "severity"
    HAPPENED_AT = "happened_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing the line says. Spans count code points of the typed text, end exclusive."""

    part: PartName
    value: str | int | datetime
    """Text, a whole number for the party size, an aware UTC time for the two times."""
    raw: str
    start: int
    end: int
    sure: bool

    def overlaps(self, other: "Part") -> bool:
        """Say whether both stand on the same characters."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContext:
    """What the house knows when a line is read."""

    now: datetime
    """Aware UTC."""
    zone: ZoneInfo
    region: str | None
    """ISO country of phone numbers without a plus; see `regions.region_of`."""
    people: tuple[str, ...]
    """Names of the active staff."""
    places: tuple[str, ...] = ()
    """Places the house has used, as it writes them."""
    words: LineWords = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """A line and what it says. The text is what was typed, never changed."""

    text: str
    parts: tuple[Part, ...]
    """In order of where they start; only KIND may stand on the same words as another."""

    def first(self, name: PartName) -> Part | None:
        """Return the part of this name, if the line has one."""
        return next((part for part in self.parts if part.part == name), None)

    def gist(self) -> str:
        """Return what happened, in the words typed: the line without its parts, and never a phone number."""
        taken = [(part.start, part.end) for part in self.parts if _is_taken_out(part)]
        return gist_of(self.text, taken, [(p.start, p.end) for p in self.parts if p.part == PartName.PHONE])


def _is_taken_out(part: Part) -> bool:
    """Keep what says the problem itself: the kind, and "ambulance" from which we only guess how bad it is."""
    return part.part != PartName.KIND and (part.part != PartName.SEVERITY or part.sure)
