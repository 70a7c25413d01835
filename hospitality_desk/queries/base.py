"""What every query gets: one consistent view of the store, the house, and the time it is read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from hospitality_desk.domain.house import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Handed by `Desk.ask` to a query; never kept beyond it."""

    connection: Connection
    house: House
    now: datetime
