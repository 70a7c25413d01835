"""What only looks as if it pointed at a person: where it stands, what it seems to be, what may stand in its place."""

from typing import NamedTuple

from hospitality_desk.domain.deidentify.finds import FindType


class Look(NamedTuple):
    """One such place, in positions of `SeenText.line.plain`."""

    start: int
    end: int
    type: FindType
    replacement: str
    sure: bool
