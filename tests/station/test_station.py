"""This PC's own file."""

import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hospitality_desk.errors import FileTrouble
from hospitality_desk.paths import STATION_FILE
from hospitality_desk.station.station import Draft, Station
from hospitality_desk.storage.driver import sqlite_driver

AT = datetime(2026, 11, 20, 17, 32, tzinfo=UTC)


def test_drafts_stay_until_they_are_dropped(tmp_path: Path) -> None:
    station = Station(tmp_path)
    station.keep_draft("quick_log", "t12 purse", {"command_id": "c", "chosen": {"kind": None}}, AT)
    station.keep_draft("quick_log", "t12 purse in taxi", {"command_id": "c"}, AT)
    station.close()
    station = Station(tmp_path)
    draft = station.draft("quick_log")
    assert draft is not None
    assert (draft.text, draft.choices, draft.saved_at) == ("t12 purse in taxi", {"command_id": "c"}, AT)
    station.drop_draft("quick_log")
    assert station.draft("quick_log") is None
    station.close()


def test_a_card_number_never_reaches_the_disk(tmp_path: Path) -> None:
    station = Station(tmp_path)
    card = "4111 1111 1111 1111"
    station.keep_draft("quick_log", f"card {card}", {"chosen": {"guest": card, "list": [card, "a\ud800"]}}, AT)
    station.close()
    for path in tmp_path.iterdir():
        assert b"4111 1111" not in path.read_bytes()


def test_preferences(tmp_path: Path) -> None:
    station = Station(tmp_path)
    assert station.preference("splitter") is None
    station.prefer("splitter", [456, 900])
    station.prefer("splitter", [400, 956])
    assert station.preference("splitter") == [400, 956]
    station.close()
    station = Station(tmp_path)
    assert station.preference("splitter") == [400, 956]
    station.close()


def test_a_preference_is_told_while_the_file_is_busy(tmp_path: Path) -> None:
    """The window asks on its own thread, and must not wait."""
    station = Station(tmp_path)
    station.prefer("theme", "dark")
    driver = sqlite_driver()
    other = driver.connect(str(tmp_path / STATION_FILE), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with ThreadPoolExecutor(1) as lane:
        writing = lane.submit(station.prefer, "splitter", 400)
        before = time.monotonic()
        assert station.preference("theme") == "dark"
        assert time.monotonic() - before < 1
        other.execute("ROLLBACK")
        other.close()
        writing.result()
    assert station.preference("splitter") == 400
    station.close()


@pytest.mark.parametrize("table", ["drafts", "preferences"])
def test_a_file_with_other_columns_is_said_in_words(tmp_path: Path, table: str) -> None:
    other = sqlite_driver().connect(str(tmp_path / STATION_FILE))
    other.execute(f"CREATE TABLE {table} (something_else TEXT)")
    other.commit()
    other.close()
    with pytest.raises(FileTrouble, match="drafts are not kept"):
        Station(tmp_path)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    station = Station(tmp_path / "data")
    station.keep_draft("x", "y", {}, AT)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    assert modes == {0o600}
    station.close()


def test_a_draft_nobody_can_read_counts_as_none(tmp_path: Path) -> None:
    station = Station(tmp_path)
    station._execute("INSERT INTO drafts VALUES ('a', 'not json', 'x')", ())
    station._execute("INSERT INTO preferences VALUES ('a', '{')", ())
    assert station.draft("a") is None
    station.close()
    station = Station(tmp_path)
    assert station.preference("a") is None
    station.close()


def test_junk_in_its_place_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / STATION_FILE).write_bytes(b"junk that is no database" * 100)
    with pytest.raises(FileTrouble, match="drafts are not kept"):
        Station(tmp_path)


@contextmanager
def locked(station: Station, folder: Path) -> Iterator[None]:
    """Let nobody write the station's file, and nobody wait for it."""
    station._connection.execute("PRAGMA busy_timeout=0").fetchall()
    other = sqlite_driver().connect(str(folder / STATION_FILE), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


def on_disk(folder: Path) -> dict[str, str]:
    """Return what another program reads: names and texts."""
    with closing(sqlite_driver().connect(str(folder / STATION_FILE))) as other:
        found = other.execute("SELECT name, json_extract(body, '$.text') FROM drafts").fetchall()
    return dict(found)


def test_a_draft_that_cannot_be_written_is_found_all_the_same_and_goes_with_the_next_write(tmp_path: Path) -> None:
    station = Station(tmp_path)
    station.keep_draft("b", "warm beer", {}, AT)
    with locked(station, tmp_path):
        with pytest.raises(FileTrouble):
            station.keep_draft("a", "cold soup", {"n": 1}, AT)
        with pytest.raises(FileTrouble):
            station.drop_draft("b")
        assert station.draft("a") == Draft(text="cold soup", choices={"n": 1}, saved_at=AT)
        assert station.draft("b") is None
    assert on_disk(tmp_path) == {"b": "warm beer"}
    station.keep_draft("c", "late", {}, AT)
    assert on_disk(tmp_path) == {"a": "cold soup", "c": "late"}
    assert [station.held_draft(name) for name in "abc"] == [None, None, None]
    station.close()


def test_what_is_held_is_found_without_waiting_for_the_file(tmp_path: Path) -> None:
    station = Station(tmp_path)
    station.keep_draft("a", "cold", {}, AT)
    other = sqlite_driver().connect(str(tmp_path / STATION_FILE), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with ThreadPoolExecutor(1) as lane:
        writing = lane.submit(station.keep_draft, "a", "cold soup", {}, AT)
        before = time.monotonic()
        station.hold_draft("a", "cold soup again", {}, AT)
        draft = station.draft("a")
        assert time.monotonic() - before < 1
        assert draft is not None
        assert draft.text == "cold soup again"
        other.execute("ROLLBACK")
        other.close()
        writing.result()
    station.keep_held("a")
    assert on_disk(tmp_path) == {"a": "cold soup again"}
    station.close()


def test_what_is_held_is_written_in_the_end(tmp_path: Path) -> None:
    station = Station(tmp_path)
    station.hold_draft("a", "cold soup", {}, AT)
    assert on_disk(tmp_path) == {}
    station.close()
    assert on_disk(tmp_path) == {"a": "cold soup"}
