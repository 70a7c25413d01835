"""The words of one line of the list."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hospitality_desk.domain.stories.paper import WORDS_A_MINUTE
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.stories.story_now import read_by_words
from hospitality_desk.gui.widgets.moments import when_words
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from hospitality_desk.queries.stories import StoryRow


def title_words(row: StoryRow) -> str:
    """Return what it is called, its number where nobody has named it."""
    return " ".join(row.title.split()) or f"#{row.number}"


def status_words(row: StoryRow) -> str:
    """Return where it stands: "Read by Carlo"."""
    if row.status == StoryStatus.READ:
        return read_by_words(row.reader)
    return {
        StoryStatus.DRAFT: _("Draft"),
        StoryStatus.RELEASED: _("Released"),
        StoryStatus.WITHDRAWN: _("Withdrawn"),
    }[row.status]


def more_words(row: StoryRow, now: datetime, zone: ZoneInfo) -> str:
    """Return how long it is, whose it is and when it was changed."""
    minutes = max(1, -(-row.words // WORDS_A_MINUTE))  # as on paper
    aloud = ngettext("{n} min aloud", "{n} min aloud", minutes).format(n=minutes)
    changed = _("changed {time}").format(time=when_words(row.changed_at, now, zone))
    return _("{aloud}, {author}, {changed}").format(aloud=aloud, author=row.author, changed=changed)


def spoken_row(row: StoryRow, now: datetime, zone: ZoneInfo, *, chosen: bool | None) -> str:
    """Return the whole line as a screen reader says it; `chosen` for a pack, None where it cannot be."""
    said = f"{title_words(row)}. {status_words(row)}. {more_words(row, now, zone)}."
    if chosen is None:
        return said
    return f"{said} " + (_("Chosen to print.") if chosen else _("Not chosen to print."))
