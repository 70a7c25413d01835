"""The sample venue: Northgate House, loaded for looking around, set aside with one tap and brought back with one."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import DEFAULT_CURRENCY, Address, local_zone_name, practice_now
from hospitality_desk.desk.sample_stories import people, stories
from hospitality_desk.desk.sample_telling import Telling, Today, arrivals
from hospitality_desk.domain.clock import SetClock, SystemClock
from hospitality_desk.errors import Refused, StoreUnreachable
from hospitality_desk.paths import make_private
from hospitality_desk.queries.incidents import is_untouched
from hospitality_desk.storage.engine import check_place, is_there, store_url
from hospitality_desk.storage.store import Store, make_store, no_house_yet, open_store
from hospitality_desk.words import _

SAMPLE_NAME = "Northgate House"
SAMPLE_INCIDENTS = 116
"""How many problems the sample venue has; a test holds it against what is loaded."""
_ASIDE = "sample-set-aside.sqlite3"
_BUILDING = ".sample-"
_BUILDING_AT_MOST = 3600.0
"""Seconds after which a folder of building belongs to a loading that was cut off."""
_BEFORE_ALL = timedelta(weeks=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCounts:
    """What was loaded."""

    incidents: int
    people: int
    stories: int


def load_sample(address: Address) -> SampleCounts:
    """Make the practice house at this address and fill it, whole or not at all; no desk may be open on it.

    Allowed where no house stands yet, and over an untouched one. Raises Refused where something stands already, and
    StoreUnreachable where the folder cannot be written; then nothing was changed.
    """
    path = _file_of(address)
    check_place(path)
    _check_room(path)
    with _workshop(path.parent) as workshop:
        made = workshop / path.name
        counts = _build(made)
        _check_room(path)
        _put(made, path)
    return counts


def leave_sample(address: Address) -> Path:
    """Set the practice house's file aside and return where it lies now; the next opening makes an empty house.

    Only one is kept aside: a newer takes its place. No desk may be open on it. Raises Refused unless the house here is
    for practice, and NoHouseYet where there is none.
    """
    path = _file_of(address)
    if not is_there(path):
        raise no_house_yet(str(path))
    with _opened(path) as store:
        if not store.house.practice:
            say = _("{name} is no practice house; it stays where it is. Nothing was changed.")
            raise Refused(say.format(name=store.house.name))
    aside = path.with_name(_ASIDE)
    _put(path, aside)
    return aside


def bring_back_sample(address: Address, aside: Path) -> None:
    """Put a practice house that was set aside back in its place: the undo of `leave_sample`.

    Raises Refused when something was done in the new house meanwhile, or when nothing lies aside.
    """
    path = _file_of(address)
    if not is_there(aside):
        raise Refused(_("The sample venue is not there any more. Load it again. Nothing was changed."))
    if is_there(path) and not _is_untouched(path):
        raise Refused(_("There is something in the new house already, so it stays. The sample venue lies aside."))
    _put(aside, path)


def _file_of(address: Address) -> Path:
    url = store_url(address.where)
    if url.get_backend_name() != "sqlite":
        say = _("The sample venue lives in this PC's own file, not in a shared store. Nothing was changed.")
        raise Refused(say)
    return Path(url.database or "").absolute()


def _check_room(path: Path) -> None:
    if is_there(path) and not _is_untouched(path):
        say = _("There is a house in {folder} already. Name an empty folder with --data. Nothing was changed.")
        raise Refused(say.format(folder=path.parent))


def _is_untouched(path: Path) -> bool:
    """Tell whether the house in this file is a real one in which nothing was ever done."""
    with _opened(path) as store:
        return Desk(store, SystemClock()).ask(is_untouched)


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    """Give the house in this file, and close it so that all of it lies in the one file again."""
    store = open_store(path)
    try:
        yield store
    finally:
        store.close()
    _check_alone(path)


def _check_alone(path: Path) -> None:
    """Refuse a file that somebody else has open: what they write lies beside it, and would be lost."""
    if path.with_name(f"{path.name}-wal").exists():
        say = _("This house is open in another window or program. Close it there first. Nothing was changed.")
        raise Refused(say)


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside the store to build in, and clear away what a loading that was cut off left."""
    try:
        make_private(folder)
        for left in folder.glob(f"{_BUILDING}*"):
            if left.is_dir() and time.time() - left.stat().st_mtime > _BUILDING_AT_MOST:
                shutil.rmtree(left, ignore_errors=True)
        made = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder))
    except OSError:
        raise _not_written(folder) from None
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


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
    _check_alone(path)
    return SampleCounts(incidents=len(told), people=len(ids), stories=0)


def _when(command: Command) -> datetime:
    return command.at


def _put(file: Path, place: Path) -> None:
    """Move a closed store's file into its place at one stroke, so that it stands there after a power cut too."""
    try:
        with file.open("r+b") as written:
            os.fsync(written.fileno())
        if not is_there(place):
            _clear_beside(place)
        os.replace(file, place)
        _keep_names(place.parent)
    except OSError:
        raise _not_written(place.parent) from None


def _clear_beside(place: Path) -> None:
    """Take away what lies beside a file that is gone: SQLite would take it for the new file's own."""
    for ending in ("-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)


def _keep_names(folder: Path) -> None:
    """Have the folder's own list of names written; a system that has no such thing does it by itself."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_written(folder: Path) -> StoreUnreachable:
    say = _("The folder {folder} cannot be written. Name another with --data. Nothing was changed.")
    return StoreUnreachable(say.format(folder=folder))
