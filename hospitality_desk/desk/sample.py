"""The sample venue: Northgate House, loaded for looking around, set aside with one tap and brought back with one."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import DEFAULT_CURRENCY, Address, local_zone_name, practice_now
from hospitality_desk.desk.sample_files import check_alone, opened, put, swap, workshop
from hospitality_desk.desk.sample_stories import people, stories
from hospitality_desk.desk.sample_telling import Telling, Today, arrivals
from hospitality_desk.domain.clock import SetClock, SystemClock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import new_id
from hospitality_desk.errors import KnownError, Refused, StoreDamaged
from hospitality_desk.queries.incidents import is_untouched
from hospitality_desk.storage import change_feed
from hospitality_desk.storage.engine import check_place, is_there, store_url
from hospitality_desk.storage.store import make_store, no_house_yet
from hospitality_desk.words import _

SAMPLE_NAME = "Northgate House"
SAMPLE_INCIDENTS = 116
"""How many problems the sample venue has; a test holds it against what is loaded."""
_SAMPLE_ASIDE = "sample-set-aside-{}.sqlite3"
_HOUSE_ASIDE = "house-set-aside.sqlite3"
_BEFORE_ALL = timedelta(weeks=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCounts:
    """What was loaded."""

    incidents: int
    people: int
    stories: int


def load_sample(address: Address, *, over_untouched: bool = False) -> SampleCounts:
    """Make the practice house at this address and fill it, whole or not at all; no desk may be open on it.

    Allowed where no house stands yet; with `over_untouched` also in the place of one in which nothing was done yet,
    which lies aside until `leave_sample` brings it back. Raises Refused where something stands already, and
    StoreUnreachable where the folder cannot be written; then nothing was changed.
    """
    path = _file_of(address)
    check_place(path)
    _check_room(path, over_untouched)
    with workshop(path.parent) as bench:
        made = bench / path.name
        counts = _build(made)
        _check_room(path, over_untouched)
        _put_sample(made, path)
    return counts


def leave_sample(address: Address) -> Path:
    """Set the sample venue's file aside and return where it lies now; no desk may be open on it.

    The house that stood there before it comes back; where there was none, the next opening makes an empty one. Of the
    samples that lie aside only the newest is kept, and every one in which anything was done after it was loaded: what
    somebody has written is never cleared away. Raises Refused unless the house here is the sample venue, and
    NoHouseYet where there is none.
    """
    path = _file_of(address)
    if not is_there(path):
        raise no_house_yet(str(path))
    with opened(path) as store:
        _check_is_sample(store.house)
    aside, before = path.with_name(_SAMPLE_ASIDE.format(new_id())), path.with_name(_HOUSE_ASIDE)
    if is_there(before):
        with opened(before):
            pass  # whole, ours, and in nobody's hands
        swap(before, path, aside)
    else:
        put(path, aside)
    _clear_older(aside)
    return aside


def bring_back_sample(address: Address, aside: Path) -> None:
    """Put a sample venue that was set aside back in its place: the undo of `leave_sample`.

    The house that stands there now lies aside again. Raises Refused when something was done in it meanwhile, or when
    what lies aside is not the sample venue or is gone, and StoreDamaged when it is not sound.
    """
    path = _file_of(address)
    if not is_there(aside):
        raise Refused(_("The sample venue is not there any more. Load it again. Nothing was changed."))
    with opened(aside) as store:
        _check_is_sample(store.house)
        if not all(check.ok for check in Desk(store, SystemClock()).check()):
            raise StoreDamaged(_("The sample venue's file is damaged. Load a new one. Nothing was changed."))
    if is_there(path) and not _is_untouched(path):
        raise Refused(_("There is something in the new house already, so it stays. The sample venue lies aside."))
    _put_sample(aside, path)


def _file_of(address: Address) -> Path:
    """Return the store's own file: what lies beside it lies beside the file, not beside a link to it."""
    url = store_url(address.where)
    if url.get_backend_name() != "sqlite":
        say = _("The sample venue lives in this PC's own file, not in a shared store. Nothing was changed.")
        raise Refused(say)
    return Path(os.path.realpath(url.database or ""))


def _check_room(path: Path, over_untouched: bool) -> None:
    if is_there(path) and not (_is_untouched(path) and over_untouched):
        say = _("There is a house in {folder} already. Name an empty folder with --data. Nothing was changed.")
        raise Refused(say.format(folder=path.parent))


def _check_is_sample(house: House) -> None:
    if not house.practice:
        say = _("{name} is no practice house; it stays where it is. Nothing was changed.")
        raise Refused(say.format(name=house.name))
    if house.name != SAMPLE_NAME:
        say = _("{name} is not the sample venue; it stays where it is. Nothing was changed.")
        raise Refused(say.format(name=house.name))


def _is_untouched(path: Path) -> bool:
    """Tell whether the house in this file is a real one in which nothing was ever done."""
    with opened(path) as store:
        return Desk(store, SystemClock()).ask(is_untouched)


def _put_sample(sample: Path, path: Path) -> None:
    """Put a sample in its place; an untouched house that stands there lies aside from then on."""
    if not is_there(path):
        put(sample, path)
        return
    aside = path.with_name(_HOUSE_ASIDE)
    if is_there(aside) and not _is_untouched(aside):
        say = _("Another house lies aside in {file}, and it is in use. Move that file away first. Nothing was changed.")
        raise Refused(say.format(file=aside))
    swap(sample, path, aside)


def _clear_older(newest: Path) -> None:
    """Clear away the other samples that lie aside just as they were loaded; one that cannot be looked at stays."""
    for other in newest.parent.glob(_SAMPLE_ASIDE.format("*")):
        with suppress(KnownError, OSError):
            if other != newest and not _was_worked_in(other):
                other.unlink()


def _was_worked_in(path: Path) -> bool:
    """Tell whether anything was done in this sample after it was loaded: every desk has an origin of its own."""
    with opened(path) as store, store.read() as connection:
        return len({news.origin.origin_id for news in change_feed.after(connection, 0)}) > 1


def _build(path: Path) -> SampleCounts:
    zone_name = local_zone_name()
    now = practice_now() or SystemClock().now()
    today = Today.at(now, ZoneInfo(zone_name))
    begin = today.now - _BEFORE_ALL
    ids, commands = arrivals(people(), begin)
    told = stories()
    telling = Telling(today, ids)
    for story in told:
        commands += telling.commands(story)
    store = make_store(
        path, SetClock(begin), name=SAMPLE_NAME, zone_name=zone_name, currency=DEFAULT_CURRENCY, practice=True
    )
    try:
        Desk(store, SetClock(now)).do_in_turn(sorted(commands, key=_when))
    finally:
        store.close()
    check_alone(path)
    return SampleCounts(incidents=len(told), people=len(ids), stories=sum("story" in each for each in told))


def _when(command: Command) -> datetime:
    return command.at
