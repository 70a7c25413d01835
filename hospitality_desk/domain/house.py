"""The house itself: its name, zone and currency, and the minutes a guest may wait for a word."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Severity(StrEnum):
    """How bad it is for the guest, apart from our effort."""

    SERIOUS = "serious"
    MIDDLING = "middling"
    MINOR = "minor"


KEEP_IN_LOOP = {
    Severity.SERIOUS: timedelta(minutes=10),
    Severity.MIDDLING: timedelta(minutes=15),
    Severity.MINOR: timedelta(minutes=30),
}
"""How long a guest in the house waits for a word from us."""
KEEP_IN_LOOP_GONE = timedelta(hours=24)
"""The same once the guest has left, or wrote to us."""
DAY_TURNS_AT = timedelta(hours=4)
"""A service date turns at this hour of the night, not at midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What is fixed when the store is made."""

    store_id: str
    name: str
    zone_name: str
    currency: str
    practice: bool

    @property
    def zone(self) -> ZoneInfo:
        """Return the house's time zone."""
        return ZoneInfo(self.zone_name)

    def service_date(self, moment: datetime) -> date:
        """Return the business day a moment belongs to: 00:40 belongs to last night's service."""
        return (moment.astimezone(self.zone) - DAY_TURNS_AT).date()
