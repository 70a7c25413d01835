"""A finished file put in its place whole: beside the old one first, then in its stead. Never half, never litter."""

import contextlib
import errno
import os
import tempfile
import time
from pathlib import Path

from hospitality_desk.errors import FileTrouble
from hospitality_desk.words import _

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries while Windows lets a virus scanner or a viewer hold the old file."""


def write_safely(path: Path, content: bytes) -> None:
    """Write the file, readable by its owner alone; when this returns it is on the disk under its name.

    A file of that name is replaced at once and whole. Raises FileTrouble, in words with the way out, and then the old
    file is as it was and nothing new is left beside it.
    """
    try:
        target = Path(os.path.realpath(path))  # a link stays one: what it points to is replaced
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", str(target))
        _write(target, content)
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        raise _in_words(path, error) from error


def _write(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)  # made with mode 0600
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):  # the first trouble is the one to tell
            part.unlink()
        raise
    _sync_folder(target.parent)


def _replace(part: Path, target: Path) -> None:
    for wait in _WAITS if os.name == "nt" else ():
        try:
            os.replace(part, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(part, target)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:  # some shared folders know no such thing; the file itself is safe
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _in_words(path: Path, error: OSError | ValueError) -> FileTrouble:
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOSPC, errno.EDQUOT):
        say = _("The disk is full: {file} was not written. Make room, or choose another folder.")
    elif code == errno.EROFS:
        say = _("The folder {folder} is read-only: {file} was not written. Choose another folder.")
    elif isinstance(error, PermissionError) and path.is_file():
        say = _("{file} is open in another program, or read-only. Close it there, or choose another name.")
    elif isinstance(error, PermissionError):
        say = _("Nobody lets us write into {folder}. Choose another folder.")
    elif isinstance(error, IsADirectoryError):
        say = _("{file} is a folder. Choose another name.")
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        say = _("There is no folder {folder}. Make it, or choose another.")
    elif isinstance(error, ValueError) or code == errno.ENAMETOOLONG:
        say = _("No file can have the name {file}. Choose another name.")
    else:
        say = _("{file} could not be written to its end; what was there before is as it was. Try another folder.")
    return FileTrouble(say.format(file=path.name.replace("\0", "") or path, folder=path.parent))
