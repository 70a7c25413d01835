"""Open the house: find the folder, the store and the clock, and put them behind the counter."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.clock import Clock, SetClock, SystemClock, in_utc
from hospitality_desk.errors import Refused, WrongUse
from hospitality_desk.paths import STORE_FILE, data_folder
from hospitality_desk.storage.store import Store, make_store, open_store
from hospitality_desk.words import _

DEFAULT_CURRENCY = "USD"
NOW_VARIABLE = "HOSPITALITY_DESK_NOW"
_YEARS = range(1900, 9000)
"""What a clock may be set to: there is time on both sides of it."""
STORE_VARIABLE = "HOSPITALITY_DESK_STORE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a house is: this PC's folder, and the store's address when it is not the embedded one."""

    data: Path
    store_url: str | None = None

    @classmethod
    def chosen(cls, data: str | None = None, store_url: str | None = None) -> "Address":
        """Return the address from what was named, else from the environment, else this PC's own folder."""
        return cls(data=data_folder(data), store_url=store_url or os.environ.get(STORE_VARIABLE) or None)

    @property
    def url(self) -> str:
        """Return the store's address as a URL without a password."""
        return self.store_url or f"sqlite:///{self.data / STORE_FILE}"

    @property
    def where(self) -> Path | str:
        """Return the embedded store's file, or the address of another store."""
        return self.store_url or self.data / STORE_FILE

    @property
    def is_embedded(self) -> bool:
        """Tell whether the store is a file of this PC."""
        return self.store_url is None or self.store_url.startswith("sqlite")


def practice_now() -> datetime | None:
    """Return the set time of practice stores, or None; raises WrongUse when it cannot be read or is far off."""
    written = os.environ.get(NOW_VARIABLE)
    if not written:
        return None
    try:
        moment = in_utc(datetime.fromisoformat(written))
        if moment.year not in _YEARS:
            raise ValueError("weeks and zones cannot be counted from there")
        return moment
    except (ValueError, OverflowError):
        say = _("{variable} holds no time with its zone, such as 2026-11-20T12:32:00-05:00.")
        raise WrongUse(say.format(variable=NOW_VARIABLE)) from None


def open_desk(address: Address, *, standard_sqlite: bool = False) -> Desk:
    """Open the house at this address.

    Raises NoHouseYet when there is none, StoreUnreachable when it is away, and Refused when a real house is asked to
    start with a set clock.
    """
    store = open_store(address.where, standard_sqlite=standard_sqlite)
    try:
        return Desk(store, clock_for(store))
    except BaseException:
        store.close()
        raise


def clock_for(store: Store) -> Clock:
    """Return the PC's clock, or the set one of a practice store."""
    now = practice_now()
    if now is None:
        return SystemClock()
    if not store.house.practice:
        raise Refused(
            _("{variable} sets the clock, and this is a real house. Unset it; nothing was changed.").format(
                variable=NOW_VARIABLE
            )
        )
    return SetClock(now)


def make_desk(
    address: Address,
    *,
    name: str | None = None,
    zone_name: str | None = None,
    currency: str | None = None,
    practice: bool = False,
    standard_sqlite: bool = False,
) -> Desk:
    """Make a house at this address and open it; refused where one stands already."""
    now = practice_now()
    if now is not None and not practice:
        raise Refused(_("{variable} sets the clock, and that is for practice only.").format(variable=NOW_VARIABLE))
    clock: Clock = SystemClock() if now is None else SetClock(now)
    store = make_store(
        address.where,
        clock,
        name=name or _("Our house"),
        zone_name=check_zone(zone_name or local_zone_name()),
        currency=check_currency(currency or DEFAULT_CURRENCY),
        practice=practice,
        standard_sqlite=standard_sqlite,
    )
    return Desk(store, clock)


def check_zone(name: str) -> str:
    """Return the time zone's name; raises WrongUse for one nobody knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        say = _("There is no time zone {name}. It looks like America/New_York or Europe/Berlin.")
        raise WrongUse(say.format(name=name)) from None
    return name


def check_currency(code: str) -> str:
    """Return the currency's three letters in capitals; raises WrongUse for anything else."""
    if not (len(code) == 3 and code.isascii() and code.isalpha()):
        raise WrongUse(_("A currency is three letters, such as USD or EUR."))
    return code.upper()


def local_zone_name() -> str:
    """Return this PC's time zone, UTC where it cannot be known."""
    named = os.environ.get("TZ", "").removeprefix(":")
    candidates = [named, _linked_zone()]
    for name in candidates:
        if (name and "/" in name) or name == "UTC":
            try:
                return check_zone(name)
            except WrongUse:
                continue
    return "UTC"


def _linked_zone() -> str:
    try:
        target = os.readlink("/etc/localtime")
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]
