"""The house itself: its name, zone and currency, and the minutes a guest may wait for a word."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
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


class Service(StrEnum):
    """What a house serves at an hour."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    NIGHT = "night"


_SERVICES_END = ((time(4), Service.NIGHT), (time(11), Service.BREAKFAST), (time(17), Service.LUNCH),
                 (time(23), Service.DINNER))  # fmt: skip


def service_at(local: time) -> Service:
    """Return the service of an hour of the house.

    The hours are the same for every house: breakfast from the turn of the day at 4:00, lunch from 11:00, dinner from
    17:00, night from 23:00.
    """
    return next((service for end, service in _SERVICES_END if local < end), Service.NIGHT)


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

    def service_day(self, service_date: date) -> tuple[datetime, datetime]:
        """Return when a business day begins, and when the next one does."""
        midnights = (datetime.combine(service_date + timedelta(days=n), time(), self.zone) for n in (0, 1))
        begins, ends = ((midnight + DAY_TURNS_AT).astimezone(UTC) for midnight in midnights)
        return begins, ends
