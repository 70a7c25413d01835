"""The store refuses too: history cannot be changed by any SQL, ours or anyone's.

Put on after every migration, because SQLite forgets triggers of a table that a migration rebuilds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

KEPT_TABLES = {
    "entries": ("seq", "entry_id"),
    "payloads": ("seq",),
    "done_commands": ("command_id",),
    "change_feed": ("seq",),
}
"""Append-only tables and everything in them that is unique: a row may be replaced through any of these."""
ERASABLE = frozenset({"payloads"})
"""Tables whose rows may be deleted whole: a guest may be forgotten."""
SAYS = "history is append-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One trigger: its name, its table and the statements that make it on one engine."""

    name: str
    table: str
    make: str


def guards_for(dialect: str) -> Iterator[Guard]:
    """Return every guard a store of this engine must have."""
    for table, keys in KEPT_TABLES.items():
        acts = ["update"] if table in ERASABLE else ["delete", "update"]
        yield from (_sqlite(table, keys, acts) if dialect == "sqlite" else _postgresql(table, acts))


def _sqlite(table: str, keys: tuple[str, ...], acts: list[str]) -> Iterator[Guard]:
    for act in acts:
        name = f"guard_{table}_{act}"
        yield Guard(
            name=name,
            table=table,
            make=f"CREATE TRIGGER {name} BEFORE {act.upper()} ON {table} BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
        )
    # INSERT OR REPLACE deletes without firing delete triggers, so an insert over a row is refused by itself.
    name = f"guard_{table}_replace"
    same = " OR ".join(f"{key} = NEW.{key}" for key in keys)
    yield Guard(
        name=name,
        table=table,
        make=f"CREATE TRIGGER {name} BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
        f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
    )


def _postgresql(table: str, acts: list[str]) -> Iterator[Guard]:
    """Written as PostgreSQL itself writes a trigger, so that one can be held against the other."""
    rows = " OR ".join(act.upper() for act in acts)
    name = f"guard_{table}_rows"
    yield Guard(
        name=name,
        table=table,
        make=f"CREATE TRIGGER {name} BEFORE {rows} ON {table} FOR EACH ROW EXECUTE FUNCTION hd_append_only()",
    )
    name = f"guard_{table}_truncate"
    yield Guard(
        name=name,
        table=table,
        make=f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION hd_append_only()",
    )


_REFUSES = f" BEGIN RAISE EXCEPTION '{SAYS}'; END "
_REFUSE = f"CREATE OR REPLACE FUNCTION hd_append_only() RETURNS trigger LANGUAGE plpgsql AS $${_REFUSES}$$"


def install(connection: Connection) -> None:
    """Put every guard on, inside the caller's transaction."""
    dialect = connection.dialect.name
    if dialect == "postgresql":
        connection.execute(text(_REFUSE))
    for guard in guards_for(dialect):
        on = f" ON {guard.table}" if dialect == "postgresql" else ""
        connection.execute(text(f"DROP TRIGGER IF EXISTS {guard.name}{on}"))
        connection.execute(text(guard.make))


def missing(connection: Connection) -> tuple[str, ...]:
    """Return the names of guards that are gone, switched off or altered."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        there = {name: sql for name, sql in rows}
        return tuple(guard.name for guard in guards_for("sqlite") if there.get(guard.name) != guard.make)
    rows = connection.execute(
        text(
            "SELECT pg_get_triggerdef(t.oid, true), t.tgenabled::text, p.prosrc FROM pg_trigger t "
            "JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"
        )
    )
    sound = {made for made, enabled, body in rows if enabled in ("O", "A") and body == _REFUSES}
    return tuple(guard.name for guard in guards_for("postgresql") if guard.make not in sound)
