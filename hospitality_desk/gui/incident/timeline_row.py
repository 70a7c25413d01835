"""One row of the timeline as it is painted and read aloud."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.guest_clock import ClockState
from hospitality_desk.gui.widgets.kinds import KIND_ICONS


class RowSort(StrEnum):
    """What a row of the timeline is."""

    NOTE = "note"
    QUIET = "quiet"
    DAY = "day"
    FOLD = "fold"
    NOW = "now"


class Spine(StrEnum):
    """The line beside a row: none, plain, or in the clock's colour from our last word on."""

    NONE = "none"
    PLAIN = "plain"
    HOT = "hot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A small framed word, with its icon; `strong` ones ask for something and are dashed."""

    words: str
    icon: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A second line under a note: words, and tags behind them."""

    words: str
    icon: str | None = None
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as it is painted and read aloud. `key` stays the same while its text changes."""

    key: str
    sort: RowSort
    time: str = ""
    kind: EntryKind | None = None
    title: str = ""
    text: str = ""
    own_words: bool = False
    author: str = ""
    tags: tuple[Tag, ...] = ()
    details: tuple[Detail, ...] = ()
    withdrawn: bool = False
    note: int | None = None
    above: Spine = Spine.PLAIN
    below: Spine = Spine.PLAIN
    state: ClockState = ClockState.IN_TOUCH
    is_change: bool = False
    """A field was mended: many of these one after another are one line."""
    is_open: bool = False
    """For a fold: what it holds is shown."""

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        extra = [tag.words for tag in self.tags]
        extra += [" ".join([each.words, *(tag.words for tag in each.tags)]) for each in self.details]
        parts = [self.time, self.title, self.text, *extra, self.author]
        return ", ".join(part.rstrip(".") for part in parts if part)

    @property
    def icon(self) -> str | None:
        """Return the icon in the row's disc."""
        return None if self.kind is None else KIND_ICONS[self.kind]


Dated = tuple[tuple[datetime, int, int], Row]
"""A row with its place in the order things happened: the moment, then two numbers for what is of one moment."""
