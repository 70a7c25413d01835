"""Open SQLite or PostgreSQL. Every difference between the two is in here."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from hospitality_desk.errors import StoreBusy, StoreDamaged, StoreUnreachable, WrongUse
from hospitality_desk.paths import make_private
from hospitality_desk.storage.driver import sqlite_driver, wal_is_safe
from hospitality_desk.storage.places import check_local_disk, check_own_folder
from hospitality_desk.words import _

APPLICATION_ID = 0x48444B31
"""Stands in the header of our files ("HDK1"), so that another program's file is known as such."""
BUSY_MS = 5_000
_PG_OPTIONS = "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000"
_PG_QUERY = frozenset({"host", "port", "sslmode", "sslrootcert", "application_name"})
PASSWORD_VARIABLE = "HOSPITALITY_DESK_STORE_PASSWORD"
LOCKED_OUT = frozenset({"40001", "40P01", "55P03", "57014"})
"""Serialization, deadlock, lock and statement time limits."""
_OTHER_SCHEMA = frozenset({"42P01", "42703", "42883", "3F000"})


def store_url(where: Path | str) -> URL:
    """Return the URL of an embedded store's file, or of an address as `read_url` reads it."""
    return URL.create("sqlite", database=str(where)) if isinstance(where, Path) else read_url(where)


def read_url(address: str) -> URL:
    """Read a store's address; raises WrongUse, without repeating it, when it is none of ours."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise _not_understood() from None
    is_file = url.database and url.database != ":memory:" and not url.database.startswith("file:")
    if url.drivername in ("sqlite", "sqlite+pysqlite") and is_file and not url.query:
        return URL.create("sqlite", database=url.database)
    if url.drivername in ("postgresql", "postgresql+psycopg") and set(url.query) <= _PG_QUERY:
        if url.password:
            say = _(
                "The address of the store holds a password. Leave it out and put the password in {variable} "
                "or in a PGPASSFILE."
            )
            raise WrongUse(say.format(variable=PASSWORD_VARIABLE))
        return url.set(drivername="postgresql+psycopg", password=os.environ.get(PASSWORD_VARIABLE))
    raise _not_understood()


def _not_understood() -> WrongUse:
    return WrongUse(
        _(
            "The address of the store is not understood. It is sqlite:///PATH or "
            "postgresql+psycopg://NAME@HOST/DATABASE. Nothing was changed."
        )
    )


def open_engines(url: URL, *, standard_sqlite: bool = False) -> tuple[Engine, Engine]:
    """Return an engine for the one writer and one for readers; nothing is connected yet."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engines(Path(url.database or ""), sqlite_driver(standard_sqlite))
    writer = create_engine(
        url,
        pool_size=3,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args=_pg_connect_args(url),
    )
    # One view for all statements of a reading: what another station commits meanwhile waits for the next one.
    return writer, writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _pg_connect_args(url: URL) -> dict[str, str | int]:
    local = (url.host or url.query.get("host") or "/") in ("localhost", "127.0.0.1", "::1")
    args: dict[str, str | int] = {
        "connect_timeout": 5,
        "tcp_user_timeout": 5000,
        "keepalives_idle": 3,
        "keepalives_interval": 1,
        "keepalives_count": 2,
        "options": _PG_OPTIONS,
    }
    socket = str(url.host or url.query.get("host") or "/").startswith("/")
    if not local and not socket:
        args["sslmode"] = "verify-full"
    return args


def _sqlite_engines(path: Path, driver: ModuleType) -> tuple[Engine, Engine]:
    check_place(path)
    url = URL.create("sqlite", database=str(path))
    common: dict[str, Any] = {"module": driver, "poolclass": QueuePool, "hide_parameters": True}  # Any: mixed arguments
    writer = create_engine(url, pool_size=1, max_overflow=0, **common)
    readers = create_engine(url, pool_size=3, max_overflow=0, **common)
    wal = wal_is_safe(driver.sqlite_version_info)
    for engine, reads_only in ((writer, False), (readers, True)):
        _prepare_sqlite(engine, wal=wal, reads_only=reads_only)
    return writer, readers


def _prepare_sqlite(engine: Engine, *, wal: bool, reads_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:  # Any: a driver's connection is not typed
        # The driver must not begin transactions by itself: its deferred ones lose updates (see `_on_begin`).
        connection.isolation_level = None
        pragmas = [
            f"busy_timeout={BUSY_MS}",
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
            "synchronous=FULL",
            "fullfsync=ON",
        ]
        if not reads_only:
            pragmas.append("journal_mode=WAL" if wal else "journal_mode=DELETE")
        else:
            pragmas.append("query_only=ON")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for name, value in (("foreign_keys", 1), ("synchronous", 2), ("secure_delete", 1), ("trusted_schema", 0)):
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise StoreDamaged(_("This PC's SQLite refuses a setting the store needs. Nothing was changed."))

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:  # Any: SQLAlchemy's event hands it over untyped
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


def is_there(path: Path) -> bool:
    """Tell whether an embedded store's file is there and holds anything; StoreUnreachable where nobody can look."""
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        raise StoreUnreachable(_("The folder {folder} cannot be read.").format(folder=path.parent)) from None


def check_place(path: Path) -> None:
    """Refuse (StoreUnreachable) a network drive, and as root another person's folder."""
    check_local_disk(path)
    check_own_folder(path)


def prepare_file(path: Path) -> None:
    """Make the folder (0700) and the empty file (0600) before SQLite would make them wider.

    Raises StoreUnreachable when the folder cannot be written.
    """
    try:
        make_private(path.parent)
        # Only where there is none: opening and closing a live file would drop SQLite's locks on it.
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError:
        say = _(
            "The folder {folder} cannot be written. Choose another with --data, or ask whoever looks after this PC."
        )
        raise StoreUnreachable(say.format(folder=path.parent)) from None


@contextmanager
def kindly(engine: Engine) -> Iterator[None]:
    """Turn the engine's errors into ours, in words and without the values they carry."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error, engine.dialect.name) from error


@contextmanager
def kindly_raw(engine: Engine) -> Iterator[None]:
    """Do the same for what is asked of a driver's own connection, whose errors nothing has wrapped."""
    errors: Any = engine.dialect.loaded_dbapi  # Any: a driver's module is not typed
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error, engine.dialect.name) from error
    except errors.Error as error:
        raise _in_words(DBAPIError("", None, error), engine.dialect.name) from error


def _in_words(error: DBAPIError, dialect: str) -> Exception:
    busy = StoreBusy(_("Somebody else keeps the store busy. Nothing was changed. Try again in a moment."))
    if dialect == "sqlite":
        words = str(error.orig).lower()
        if "locked" in words or "busy" in words:
            return busy
        if "malformed" in words or "not a database" in words or "encrypted" in words:
            return StoreDamaged(_("The store's file is damaged, or not ours. Nothing was changed. Run check."))
        if "full" in words or "disk i/o" in words:
            return StoreUnreachable(
                _("The disk is full or does not answer. Nothing was saved. Free some space, then try again.")
            )
        if "readonly" in words or "unable to open" in words:
            return StoreUnreachable(
                _("The store's file cannot be written. Nothing was saved. Look at its folder's rights.")
            )
        return error
    return _server_in_words(error, busy)


def _server_in_words(error: DBAPIError, busy: StoreBusy) -> Exception:
    """Read PostgreSQL's SQLSTATE (its manual, appendix A); a state that is none of the world's faults is our bug."""
    state = str(getattr(error.orig, "sqlstate", None) or "")
    if state in LOCKED_OUT:
        return busy
    if state.startswith("53"):
        return StoreUnreachable(_("The store's server is full or has no room for this PC. Ask whoever looks after it."))
    if state == "42501":
        return StoreUnreachable(_("This PC may not do that on the store's server. Ask whoever looks after it."))
    if state in _OTHER_SCHEMA:
        return StoreDamaged(_("The store on the server is not what it should be. Nothing was changed. Run check."))
    if error.connection_invalidated or state.startswith(("08", "57", "25006")) or not state:
        return StoreUnreachable(_("The store is away just now. Try again in a moment."))
    return error
