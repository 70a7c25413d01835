"""Where somebody is in a timeline: kept while the screens are built anew."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePlace:
    """The row at the top and how far it is scrolled away, the row the keyboard is on, and what is open."""

    at_end: bool
    top: str | None = None
    """The key of the row at the top of the view; None for an empty one."""
    hidden: int = 0
    """Pixels of that row above the view's edge."""
    chosen: str | None = None
    whole: frozenset[str] = frozenset()
    """Long notes that are shown whole, by key."""
    folds_open: frozenset[str] = frozenset()
