"""`demo`: one word, and there is a house to look around in."""

import re
from pathlib import Path

import pytest

from hospitality_desk.desk.sample import SAMPLE_INCIDENTS
from tests.cli.conftest import Cli


def test_it_says_what_was_loaded(bare: Cli) -> None:
    assert bare.ok("demo") == {"incidents": SAMPLE_INCIDENTS, "people": 7, "stories": 5}
    assert bare.ok("check")["ok"]
    assert len(bare.ok("people", "list")) == 7


def test_the_floor_can_be_read_and_worked_at_once(bare: Cli) -> None:
    bare.now("12:56")
    bare.ok("demo")
    floor = bare.ok("board")
    assert [(row["place"], row["clock"]["minutes"], row["clock"]["state"]) for row in floor] == [
        ("Table 12", 11, "soon"),
        ("Table 3", 6, "in_touch"),
        ("Room 7", 9, "in_touch"),
        ("Bar 5", 4, "in_touch"),
        ("Lobby", 2, "in_touch"),
        ("Table 18", 21, "resting"),
    ]
    purse = floor[0]["incident"]
    bare.now("12:59")
    bare.ok("told", purse, "It rings, and the taxi office is asking.", "--tells", "8,9", who="Carlo")
    assert bare.ok("show", purse)["clock"]["minutes"] == 0


def test_a_person_is_told_what_to_do_next(bare: Cli) -> None:
    ran = bare.run("demo")
    assert (ran.status, ran.err) == (0, "")
    assert re.search(r"Northgate House is ready in .*: 116 problems, 7 people\. Nobody in it is real\.", ran.out)
    assert "hospitality-desk board" in ran.out


def test_a_house_that_was_set_up_stays(bare: Cli) -> None:
    bare.now(None)
    bare.ok("init", "--house", "Rosso", "--timezone", "Europe/Berlin", "--currency", "EUR")
    before = (bare.data / "desk.sqlite3").read_bytes()
    assert "empty folder" in bare.refused("demo")
    assert (bare.data / "desk.sqlite3").read_bytes() == before


def test_a_second_time_is_refused(bare: Cli) -> None:
    bare.ok("demo")
    assert "empty folder" in bare.refused("demo")


def test_not_into_a_shared_store(bare: Cli) -> None:
    bare.store("postgresql+psycopg://someone@example.invalid/house")
    assert "shared store" in bare.refused("demo")


def test_a_folder_that_cannot_be_written(bare: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    ran = bare.run("--data", str(tmp_path / "file" / "desk"), "demo")
    assert (ran.status, ran.out) == (3, "")
    assert "cannot be written" in ran.err


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"]
)
def test_a_time_no_house_could_have(bare: Cli, moment: str) -> None:
    bare.now(moment)
    assert "HOSPITALITY_DESK_NOW" in bare.misused("demo")
    assert not (bare.data / "desk.sqlite3").exists()
