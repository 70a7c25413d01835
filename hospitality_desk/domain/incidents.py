"""What an incident is: how we heard of it, of which sort and kind, and in which state it stands."""

from enum import StrEnum

from hospitality_desk.domain.text import folded
from hospitality_desk.words import N_


class Sort(StrEnum):
    """A problem, or one of the two things worth keeping that are none."""

    PROBLEM = "problem"
    PRAISE = "praise"
    NEAR_MISS = "near_miss"


class Source(StrEnum):
    """Who raised it, and how."""

    TOLD = "told"
    SEEN = "seen"
    COLLEAGUE = "colleague"
    PHONE = "phone"
    LETTER = "letter"
    REVIEW = "review"


class Status(StrEnum):
    """Where it stands."""

    OPEN = "open"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What became of the recovery."""

    RECOVERED = "recovered"
    LOST = "lost"
    UNKNOWN = "unknown"


class Asked(StrEnum):
    """How the guest was asked how it was; every settling has one of these."""

    ALOUD = "aloud"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    CARD = "card"
    EMAIL = "email"


NOT_YET_KNOWN = "Not yet known"
PRAISE = "Praise"

PROBLEM_KINDS = (
    N_("Slow or cold food"),
    N_("Wrong order"),
    N_("Promise not kept"),
    N_("Room not ready"),
    N_("Lost property"),
    N_("Transport"),
    N_("Noise"),
    N_("Billing"),
    N_("Allergy or illness"),
    N_("Injury"),
    N_("Praise"),
    N_("Not yet known"),
)
"""The kinds a new house starts with; what a problem is about."""


def problem_kind(words: str) -> str | None:
    """Return the house's kind that these words name, whatever their case and accents, or None."""
    wanted = folded(words)
    return next((kind for kind in PROBLEM_KINDS if folded(kind) == wanted), None)
