"""The files of the sample venue: looked at with nobody else in them, built beside, and changed at one stroke."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hospitality_desk.domain.clock import SystemClock
from hospitality_desk.errors import Refused, StoreUnreachable
from hospitality_desk.paths import make_private
from hospitality_desk.storage.engine import is_there
from hospitality_desk.storage.store import Store, open_store
from hospitality_desk.words import _

_BUILDING = ".sample-"
_BUILDING_AT_MOST = 3600.0
"""Seconds after which a folder of building belongs to a loading that was cut off."""


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Give the house in this file, and close it so that all of it lies in the one file again.

    Raises StoreBusy while somebody writes in it, and Refused where somebody else has it open. With a rollback journal
    SQLite does not tell of somebody who has it open and does nothing.
    """
    store = open_store(path)
    try:
        with store.write(SystemClock()):
            pass  # nobody else writes now, and what a crash left beside the file is in it
        yield store
    finally:
        store.close()
    check_alone(path)


def check_alone(path: Path) -> None:
    """Refuse a file that somebody else has open: what they write lies beside it, and would be lost."""
    if path.with_name(f"{path.name}-wal").exists():
        say = _("This house is open in another window or program. Close it there first. Nothing was changed.")
        raise Refused(say)


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
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


def put(file: Path, place: Path) -> None:
    """Move a closed store's file into its place at one stroke, so that it stands there after a power cut too."""
    try:
        with file.open("r+b") as written:
            os.fsync(written.fileno())
        if not is_there(place):
            _clear_beside(place)
        os.replace(file, place)
    except OSError:
        raise _not_written(place.parent) from None
    _keep_names(place.parent)


def swap(file: Path, place: Path, aside: Path) -> None:
    """Put a closed store's file in the place of another one, which lies aside from then on (0600).

    It is copied aside first: there is a whole house in the place at every moment, and a kill loses neither of them.
    """
    with workshop(place.parent) as bench:
        copy = bench / aside.name
        try:
            shutil.copyfile(place, copy)
            copy.chmod(0o600)
        except OSError:
            raise _not_written(place.parent) from None
        put(copy, aside)
    try:
        put(file, place)
    except StoreUnreachable:  # and for no other reason: only then what this is a copy of stands in its place still
        aside.unlink(missing_ok=True)
        raise


def _clear_beside(place: Path) -> None:
    """Take away what lies beside a file that is gone: SQLite would take it for the new file's own."""
    for ending in ("-wal", "-shm", "-journal"):
        place.with_name(place.name + ending).unlink(missing_ok=True)


def _keep_names(folder: Path) -> None:
    """Have the folder's own list of names written; a system that has no such thing does it by itself."""
    # The file has moved already. To say now that nothing was changed would be untrue; at worst a power cut within
    # these seconds finds the old name, with a whole house behind it.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_written(folder: Path) -> StoreUnreachable:
    say = _("The folder {folder} cannot be written. Name another with --data. Nothing was changed.")
    return StoreUnreachable(say.format(folder=folder))
