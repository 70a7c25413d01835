"""This PC's own file."""

import stat
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hospitality_desk.errors import FileTrouble
from hospitality_desk.paths import STATION_FILE
from hospitality_desk.station.station import Station
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
