"""What makes a time a minute of the story and a date a weekday."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """When and where the story began; without it times and dates only become "one time" and "one day"."""

    start: datetime
    """Aware; minute 0 of the story."""
    zone: ZoneInfo
    """The house's time zone: what a clock on its wall showed."""
    region: str | None = None
    """ISO country of the house: how phones without a plus are read, and whether 3/4 is in March or in April."""
