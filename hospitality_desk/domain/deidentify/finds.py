"""What is found in a text that could tell who it was, and what we know beforehand."""

from dataclasses import dataclass
from enum import StrEnum


class FindType(StrEnum):
    """What a found piece of text is, as far as it can be told."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"
    ACCOUNT = "account"
    PLATE = "plate"
    ADDRESS = "address"
    PLACE = "place"
    """A table, a room, a house, a town: where it was."""
    DATE = "date"
    TIME = "time"
    HANDLE = "handle"
    LINK = "link"
    NUMBER = "number"
    """Three digits or more, or a reference such as RB-88213."""
    AGE = "age"
    MONEY = "money"
    WORD = "word"
    """A capitalised word inside a sentence: perhaps a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something we know to point at a person: the guest's name, a colleague, a phone, a table.

    `replacement` is what stands in its place; empty removes it.
    """

    value: str
    type: FindType
    replacement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One piece of a text: `text[start:end] == value` (code points, end exclusive).

    `sure` finds may be replaced without asking; the others are a question for a person. `known` names the value that
    was known beforehand, in whatever disguise it stands here; None for what only looks like something.
    """

    start: int
    end: int
    type: FindType
    value: str
    replacement: str
    sure: bool
    known: str | None = None
