"""The one SQLite library every file of ours is opened with, and what it can be trusted with.

Two SQLite libraries in one process must never open the same file: closing it in one drops the locks of the other.
"""

import sqlite3
from types import ModuleType

try:
    from sqlcipher3 import dbapi2 as shipped_sqlite
except ImportError:  # no wheel for this system: the standard library's SQLite, see `wal_is_safe`
    shipped_sqlite = None


def sqlite_driver(standard: bool = False) -> ModuleType:
    """Return the SQLite module to open our files with; `standard` asks for Python's own."""
    return sqlite3 if standard or shipped_sqlite is None else shipped_sqlite


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Tell whether this SQLite has the fix of the WAL-reset fault (3.51.3, 3.50.7, 3.44.6 and their lines on)."""
    line = version[:2]
    if line == (3, 44):
        return version >= (3, 44, 6)
    if line == (3, 50):
        return version >= (3, 50, 7)
    return version >= (3, 51, 3) and version != (3, 52, 0)
