"""Real stores, cheap to make: built once, copied for each test."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.clock import SetClock
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.storage.store import make_store, open_store

START = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
"""Friday 12:30 in New York, before the purse is lost."""
ZONE = "America/New_York"


class SqliteTemplate:
    """An empty embedded house, copied file by file (it is closed, so that is safe)."""

    def __init__(self, folder: Path, *, standard: bool = False) -> None:
        self._path = folder / STORE_FILE
        self._standard = standard
        make_store(
            self._path, SetClock(START), name="Northgate House", zone_name=ZONE, currency="USD", practice=True,
            standard_sqlite=standard,
        ).close()  # fmt: skip

    @contextmanager
    def house(self, folder: Path) -> Iterator[Desk]:
        with self.stands(folder, 1) as desks:
            yield desks[0]

    @contextmanager
    def stands(self, folder: Path, many: int) -> Iterator[list[Desk]]:
        """Give several desks on one house."""
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(self._path, folder / STORE_FILE)
        path = folder / STORE_FILE
        with ExitStack() as closing:
            desks = [Desk(open_store(path, standard_sqlite=self._standard), SetClock(START)) for _ in range(many)]
            for desk in desks:
                closing.callback(desk.close)
            yield desks


class PostgresTemplate:
    """An empty house in a real PostgreSQL server, copied by the server itself."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._made = 0
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS house_template")
            connection.execute("CREATE DATABASE house_template")
        make_store(
            self.address("house_template"), SetClock(START), name="Northgate House", zone_name=ZONE, currency="USD",
            practice=True,
        ).close()  # fmt: skip

    def address(self, database: str) -> str:
        return self._uri.replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", f"/{database}?")

    @contextmanager
    def database(self, template: str = "house_template") -> Iterator[str]:
        self._made += 1
        name = f"house_{self._made}"
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.address(name)
        finally:
            with psycopg.connect(self._uri, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def house(self, folder: Path) -> Iterator[Desk]:
        with self.stands(folder, 1) as desks:
            yield desks[0]

    @contextmanager
    def stands(self, _folder: Path, many: int) -> Iterator[list[Desk]]:
        """Give several desks on one house."""
        with self.database() as address, ExitStack() as closing:
            desks = [Desk(open_store(address), SetClock(START)) for _ in range(many)]
            for desk in desks:
                closing.callback(desk.close)
            yield desks
