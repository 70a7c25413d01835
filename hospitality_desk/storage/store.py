"""The store itself: make it, open it, write in it one act at a time, read from it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, PoolProxiedConnection, event, insert, inspect, select, text

from hospitality_desk.domain.changes import NO_ORIGIN, Origin
from hospitality_desk.domain.clock import Clock
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import THE_HOUSE, new_id
from hospitality_desk.domain.staff import Role
from hospitality_desk.errors import BugError, NoHouseYet, Refused, StoreDamaged
from hospitality_desk.storage import engine as engines
from hospitality_desk.storage import migrate
from hospitality_desk.storage.journal import FIRST_PREV
from hospitality_desk.storage.tables import heads, house, people
from hospitality_desk.storage.unit_of_work import UnitOfWork
from hospitality_desk.words import _


class DataVersion:
    """SQLite's `data_version` on a connection outside the pool: it moves when any other connection has committed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None

    def read(self) -> int:
        """Return the number, which means nothing by itself; raises StoreUnreachable when the file is away."""
        with engines.kindly_raw(self._engine):
            if self._connection is None:
                self._connection = self._engine.raw_connection()
                self._connection.detach()
            cursor = self._connection.cursor()
            try:
                cursor.execute("PRAGMA data_version")
                return int(cursor.fetchall()[0][0])
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            with engines.kindly_raw(self._engine):
                self._connection.close()
            self._connection = None


class Store:
    """An open store. One writer at a time; any number of readers. Safe to use from several threads."""

    def __init__(self, writer: Engine, readers: Engine, the_house: House) -> None:
        self._writer = writer
        self._readers = readers
        self.house = the_house

    @property
    def dialect(self) -> str:
        """Return "sqlite" or "postgresql"."""
        return self._writer.dialect.name

    @contextmanager
    def write(self, clock: Clock, origin: Origin = NO_ORIGIN) -> Iterator[UnitOfWork]:
        """Give one transaction: committed when the block ends well, rolled back when it raises."""
        with engines.kindly(self._writer), self._writer.begin() as connection:
            yield UnitOfWork(connection, self.house, clock.now(), origin)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give one consistent view for reading."""
        with engines.kindly(self._readers), self._readers.connect() as connection, connection.begin():
            yield connection

    def data_version(self) -> DataVersion | None:
        """Return what tells commits to an embedded store, with a lasting connection of its own; None for a server."""
        return DataVersion(self._readers) if self.dialect == "sqlite" else None

    def keep_off(self, thread: int) -> None:
        """Refuse (BugError) every statement on this thread (its `threading.get_ident`): the window never waits."""
        for engine in {self._writer, self._readers}:

            @event.listens_for(engine, "before_cursor_execute")
            def _refuse(*_args: object) -> None:
                if threading.get_ident() == thread:
                    raise BugError("SQL on the window's thread")

    def versions(self) -> dict[str, str]:
        """Return the store's own version and how it keeps its journal, for the doctor."""
        with self.read() as connection:
            if self.dialect == "sqlite":
                version = connection.execute(text("SELECT sqlite_version()")).scalar_one()
                mode = connection.execute(text("PRAGMA journal_mode")).scalar_one()
                return {"engine": f"SQLite {version}", "journal": str(mode)}
            return {"engine": f"PostgreSQL {connection.execute(text('SHOW server_version')).scalar_one()}"}

    def close(self) -> None:
        """Let go of every connection."""
        self._writer.dispose()
        self._readers.dispose()


def make_store(
    where: Path | str,
    clock: Clock,
    *,
    name: str,
    zone_name: str,
    currency: str,
    practice: bool,
    standard_sqlite: bool = False,
) -> Store:
    """Make a house in an empty store (a file, or an address) and open it; refused where one stands already."""
    url = engines.store_url(where)
    if url.get_backend_name() == "sqlite":
        engines.check_place(Path(url.database or ""))
        engines.prepare_file(Path(url.database or ""))
    writer, readers = engines.open_engines(url, standard_sqlite=standard_sqlite)
    # Looked at by a reader first: a writer's first connection would already set another program's file up as ours.
    with engines.kindly(readers), readers.connect() as connection:
        _check_empty(connection)
    readers.dispose()
    with engines.kindly(writer), writer.begin() as connection:
        _check_empty(connection)
        migrate.upgrade(connection)
        if writer.dialect.name == "sqlite":
            connection.execute(text(f"PRAGMA application_id = {engines.APPLICATION_ID}"))
        row = {"store_id": new_id(), "name": name, "zone_name": zone_name, "currency": currency, "practice": practice}
        connection.execute(insert(house), {"id": 1, "made_at": clock.now(), **row})
        numbers = dict.fromkeys(("journal_seq", "feed_seq", "incident_number", "story_number"), 0)
        first = {**numbers, "journal_hash": FIRST_PREV}
        connection.execute(insert(heads), {"id": 1, **first})
        built_in = {"person_id": THE_HOUSE, "name": "The house", "role": Role.MANAGER.value, "active": True}
        connection.execute(insert(people), built_in)
        the_house = _read_house(connection)
    return Store(writer, readers, the_house)


def open_store(where: Path | str, *, standard_sqlite: bool = False) -> Store:
    """Open a house, bringing its schema to this version.

    Raises NoHouseYet when there is none, StoreUnreachable when it is away, StoreDamaged when it is not ours or newer
    than we are.
    """
    url = engines.store_url(where)
    path = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    if path is not None and not engines.is_there(path):
        raise no_house_yet(str(path))
    writer, readers = engines.open_engines(url, standard_sqlite=standard_sqlite)
    try:
        # By a reader, which waits for no writer: a house can be looked at while a long import is written.
        with engines.kindly(readers), readers.connect() as connection:
            if not _has_a_house(connection):
                if inspect(connection).get_table_names():
                    raise _not_ours()
                raise no_house_yet(str(path or url.render_as_string(hide_password=True)))
            stands_at = migrate.revision(connection)
        if stands_at != migrate.HEAD:
            with engines.kindly(writer), writer.begin() as connection:
                migrate.upgrade(connection)
        with engines.kindly(readers), readers.connect() as connection:
            the_house = _read_house(connection)
    except BaseException:
        writer.dispose()
        readers.dispose()
        raise
    return Store(writer, readers, the_house)


def _check_empty(connection: Connection) -> None:
    if _has_a_house(connection):
        raise Refused(_("There is a house here already. Nothing was changed."))
    if inspect(connection).get_table_names():
        raise _not_ours()


def _not_ours() -> StoreDamaged:
    return StoreDamaged(_("This store holds something that is not ours. Nothing was changed."))


def no_house_yet(where: str) -> NoHouseYet:
    """Return the refusal of a place with no store in it."""
    return NoHouseYet(_("There is no house at {where} yet. Make one with: hospitality-desk init").format(where=where))


def _has_a_house(connection: Connection) -> bool:
    if connection.dialect.name == "sqlite":
        ours = connection.execute(text("PRAGMA application_id")).scalar_one() == engines.APPLICATION_ID
        if not ours:
            return False
    return inspect(connection).has_table("house") and connection.execute(select(house.c.id)).first() is not None


def _read_house(connection: Connection) -> House:
    row = connection.execute(select(house)).one()
    return House(
        store_id=row.store_id, name=row.name, zone_name=row.zone_name, currency=row.currency, practice=row.practice
    )
