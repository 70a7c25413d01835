"""The station's own small file: what is being typed here, and how this PC likes things."""

import json
import os
import platform
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hospitality_desk.domain.clock import iso
from hospitality_desk.domain.json_form import Json, canonical
from hospitality_desk.domain.text import clean_name, clean_text
from hospitality_desk.errors import FileTrouble
from hospitality_desk.paths import STATION_FILE, make_private
from hospitality_desk.storage.driver import sqlite_driver, wal_is_safe
from hospitality_desk.words import _

STATION_NAME = "station_name"
"""The preference for what this stand is called."""
_NAME_AT_MOST = 40

_TABLES = (
    "CREATE TABLE IF NOT EXISTS drafts (name TEXT PRIMARY KEY, body TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS preferences (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Something typed and not yet sent: its text, and the ids and choices of the command it will become."""

    text: str
    choices: dict[str, Json]
    saved_at: datetime


_FORGOTTEN = Draft(text="", choices={}, saved_at=datetime.min.replace(tzinfo=UTC))
"""Held in place of a draft that is to be forgotten."""


class Station:
    """The open station file. Safe to use from several threads; every write is on the disk when it returns."""

    def __init__(self, data: Path) -> None:
        path = data / STATION_FILE
        driver = sqlite_driver()
        self._lock, self._memory = threading.RLock(), threading.Lock()
        self._held: dict[str, Draft] = {}
        self._trouble = (driver.Error, OSError)
        try:
            make_private(data)
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            self._connection = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5.0)
            mode = "WAL" if wal_is_safe(driver.sqlite_version_info) else "DELETE"
            for pragma in (f"journal_mode={mode}", "synchronous=FULL", "secure_delete=ON", "trusted_schema=OFF"):
                self._connection.execute(f"PRAGMA {pragma}").fetchall()
            for table in _TABLES:
                self._connection.execute(table)
            self._connection.execute("SELECT name, body, saved_at FROM drafts LIMIT 1").fetchall()
            kept = self._connection.execute("SELECT name, value FROM preferences").fetchall()
        except self._trouble as error:
            raise self._in_words() from error
        self._preferences = dict(_readable(kept))

    def hold_draft(self, name: str, text: str, choices: dict[str, Json], at: datetime) -> None:
        """Take a draft in, at once and without the file: `draft` finds it from now on, also where it cannot be written.

        One without a character is to be forgotten.
        """
        with self._memory:
            self._held[name] = Draft(text=text, choices=dict(choices), saved_at=at) if text else _FORGOTTEN

    def held_draft(self, name: str) -> Draft | None:
        """Return what is held and not on the disk yet, at once; None where there is no such thing.

        One without a character is one to be forgotten.
        """
        return self._held.get(name)

    def keep_held(self, name: str) -> None:
        """Write what is held under a name, then whatever else is held. Card numbers never reach the disk.

        Raises FileTrouble when the file cannot be written; what is held stays so, and the next write takes it along.
        """
        self._write_held(name)
        with suppress(FileTrouble):  # of the others their own writers hear
            for other in tuple(self._held):
                self._write_held(other)

    def keep_draft(self, name: str, text: str, choices: dict[str, Json], at: datetime) -> None:
        """Keep a draft under its name, in place of the one before. Raises FileTrouble as `keep_held` does."""
        self.hold_draft(name, text, choices, at)
        self.keep_held(name)

    def draft(self, name: str) -> Draft | None:
        """Return the draft of that name, or None; one that cannot be read is left where it is and counts as none."""
        held = self.held_draft(name)
        if held is not None:
            return held if held.text else None
        found = self._execute("SELECT body, saved_at FROM drafts WHERE name = ?", (name,))
        if not found:
            return None
        try:
            body = json.loads(found[0][0])
            return Draft(
                text=str(body["text"]), choices=dict(body["choices"]), saved_at=datetime.fromisoformat(found[0][1])
            )
        except (ValueError, KeyError, TypeError):
            return None

    def drop_draft(self, name: str) -> None:
        """Forget a draft: its command was done, or its writer emptied it. Raises FileTrouble as `keep_held` does."""
        with self._memory:
            self._held[name] = _FORGOTTEN
        self.keep_held(name)

    def _write_held(self, name: str) -> None:
        with self._lock:  # the newest goes last, whoever writes
            held = self._held.get(name)
            if held is None:
                return
            if held.text:
                body = canonical({"text": clean_text(held.text).text, "choices": _cleaned(held.choices)})
                say = "INSERT INTO drafts VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET body = ?2, saved_at = ?3"
                self._execute(say, (name, body, iso(held.saved_at)))
            else:
                self._execute("DELETE FROM drafts WHERE name = ?", (name,))
            with self._memory:
                if self._held.get(name) is held:
                    del self._held[name]

    def preference(self, name: str) -> Json:
        """Return a preference of this PC, or None; at once, the file is not read again."""
        return self._preferences.get(name)

    def hold_preference(self, name: str, value: Json) -> None:
        """Let a preference hold from now on, at once and without the file; `prefer` keeps it."""
        self._preferences[name] = value

    def prefer(self, name: str, value: Json) -> None:
        """Keep a preference of this PC; it holds for this window also when the file cannot be written."""
        self.hold_preference(name, value)
        say = "INSERT INTO preferences VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = ?2"
        self._execute(say, (name, canonical(value)))

    @property
    def name(self) -> str:
        """Return what this stand is called: as somebody named it, else as the PC calls itself."""
        named = self.preference(STATION_NAME)
        for name in (named if isinstance(named, str) else "", platform.node().partition(".")[0]):
            if cleaned := clean_name(name).text[:_NAME_AT_MOST].rstrip():
                return cleaned
        return _("This stand")

    def _execute(self, say: str, values: tuple[str, ...]) -> list[tuple[str, ...]]:
        try:
            with self._lock:
                rows: list[tuple[str, ...]] = self._connection.execute(say, values).fetchall()
        except self._trouble as error:
            raise self._in_words() from error
        return rows

    def _in_words(self) -> FileTrouble:
        return FileTrouble(
            _("This PC's own file cannot be written: drafts are not kept. Look at the disk and the folder's rights.")
        )

    def close(self) -> None:
        """Close the file, after one last try, without waiting, to write what is held."""
        with self._lock:
            with suppress(*self._trouble):
                self._connection.execute("PRAGMA busy_timeout=0").fetchall()
            with suppress(FileTrouble):
                for name in tuple(self._held):
                    self._write_held(name)
            self._connection.close()


def _readable(kept: list[tuple[str, str]]) -> Iterator[tuple[str, Json]]:
    """Leave out what is no preference of ours."""
    for name, written in kept:
        try:
            yield name, json.loads(written)
        except (ValueError, TypeError):
            continue


def _cleaned(thing: Json) -> Json:
    """Let every text in it through the gate."""
    if isinstance(thing, str):
        return clean_text(thing).text
    if isinstance(thing, dict):
        return {name: _cleaned(each) for name, each in thing.items()}
    return [_cleaned(each) for each in thing] if isinstance(thing, list) else thing
