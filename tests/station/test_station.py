"""This PC's own file."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hospitality_desk.errors import FileTrouble
from hospitality_desk.paths import STATION_FILE
from hospitality_desk.station.station import Station

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
    assert station.preference("a") is None
    station.close()


def test_junk_in_its_place_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / STATION_FILE).write_bytes(b"junk that is no database" * 100)
    with pytest.raises(FileTrouble, match="drafts are not kept"):
        Station(tmp_path)
