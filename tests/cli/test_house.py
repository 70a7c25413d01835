"""Making a house, its people, what check and doctor say, and who may act."""

import sqlite3
from pathlib import Path

import pytest

from hospitality_desk.paths import STORE_FILE
from tests.cli.conftest import Cli
from tests.helpers.stores import PostgresTemplate


def test_a_house_is_made_once(bare: Cli) -> None:
    words = ("init", "--practice", "--house", " Northgate\tHouse ", "--timezone", "Europe/Berlin", "--currency", "eur")
    made = bare.ok(*words)
    assert made == {"store": f"sqlite:///{bare.data / STORE_FILE}", "house": "Northgate House", "practice": True}
    assert "already" in bare.refused(*words)
    assert bare.ok("doctor")["house"] == {"name": "Northgate House", "timezone": "Europe/Berlin", "currency": "EUR"}


def test_without_a_house_it_says_how_to_make_one(bare: Cli) -> None:
    for words in (("board",), ("log", "cold soup"), ("show", "1"), ("people", "list"), ("check",)):
        assert "hospitality-desk init" in bare.refused(*words)
    assert not bare.data.exists()
    bare.data.mkdir()
    (bare.data / STORE_FILE).touch()
    assert "hospitality-desk init" in bare.refused("board")


@pytest.mark.parametrize("words", [("--timezone", "Mars/Base"), ("--currency", "dollars"), ("--timezone", "../etc")])
def test_a_house_needs_a_zone_and_a_currency_there_are(bare: Cli, words: tuple[str, str]) -> None:
    bare.misused("init", "--practice", *words)
    assert not bare.data.exists()


def test_a_real_house_takes_no_set_clock(bare: Cli) -> None:
    assert "HOSPITALITY_DESK_NOW" in bare.refused("init")
    bare.now(None)
    assert bare.ok("init", "--house", "Northgate")["practice"] is False
    bare.ok("log", "cold soup")
    bare.now("12:30")
    assert "HOSPITALITY_DESK_NOW" in bare.refused("board")


def test_the_first_person_is_a_manager_and_then_names_are_needed(cli: Cli) -> None:
    assert cli.ok("people", "list") == []
    cli.ok("log", "cold soup")
    cli.ok("log", "cold soup again", who="the house")
    assert "manager" in cli.refused("people", "add", "Carlo", "--role", "host")
    assert cli.ok("people", "add", "Dana", "--role", "manager") == [{"name": "Dana", "role": "manager", "active": True}]
    assert "Say who is acting" in cli.refused("log", "cold tea")
    assert "Zoë" in cli.refused("log", "cold tea", who="Zoë")
    assert cli.ok("log", "cold tea", who="DÁNA")["incident"] == "3"
    assert len(cli.ok("board")) == 3


def test_colleagues_leave_and_stay_in_the_list(staffed: Cli) -> None:
    listed = staffed.ok("people", "leave", "tom", who="Dana")
    assert {"name": "Tom", "role": "server", "active": False} in listed
    assert staffed.ok("people", "list") == listed
    assert "Tom" in staffed.refused("log", "cold tea", who="Tom")
    assert "Tom" in staffed.refused("people", "leave", "Tom", who="Dana")
    assert "manager" in staffed.refused("people", "leave", "Dana", who="Dana")
    assert "may not" in staffed.refused("people", "leave", "Ana", who="Carlo")


def test_check_says_that_everything_is_sound(problem: Cli) -> None:
    found = problem.ok("check")
    assert found["ok"] is True
    assert len(found["checks"]) >= 5
    assert all(each.keys() == {"name", "ok", "detail"} and each["ok"] for each in found["checks"])


def test_check_finds_a_changed_history(problem: Cli) -> None:
    store = sqlite3.connect(problem.data / STORE_FILE)
    (guards,) = [[name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]]
    for guard in guards:
        store.execute(f"DROP TRIGGER {guard}")
    store.execute("UPDATE payloads SET body = replace(body, 'soup', 'wine')")
    store.commit()
    store.close()
    ran = problem.run("--json", "check")
    assert ran.status == 4
    assert ran.document["ok"] is False
    assert {each["name"] for each in ran.document["checks"] if not each["ok"]} >= {"guards", "chain"}
    assert "NOT SOUND" in problem.run("check").out


def test_a_file_that_is_no_store_is_damage(bare: Cli) -> None:
    bare.data.mkdir()
    (bare.data / STORE_FILE).write_bytes(b"this is a text, not a store" * 100)
    ran = bare.run("--json", "board")
    assert (ran.status, ran.out) == (4, "")
    assert (bare.data / STORE_FILE).read_bytes().startswith(b"this is a text")


@pytest.mark.parametrize(
    ("address", "status"),
    [("postgresql+psycopg://carlo:geheim@localhost/house", 2), ("postgresql+psycopg://carlo@127.0.0.1:1/house", 3)],
)
def test_a_store_that_is_away_is_exit_3_and_a_password_is_never_shown(bare: Cli, address: str, status: int) -> None:
    ran = bare.run("--json", "--store", address, "board")
    assert (ran.status, ran.out) == (status, "")
    assert "geheim" not in ran.err
    doctor = bare.ok("--store", address, "doctor")
    assert "geheim" not in str(doctor)
    assert doctor["house"] is None


@pytest.mark.parametrize(
    "address", ["mysql://x/y", "nonsense", "desk.sqlite3", "postgresql:x", "mysql://carlo:geheim@x"]
)
def test_an_address_not_understood_is_a_wrong_use(bare: Cli, address: str) -> None:
    for words in (("board",), ("init", "--practice"), ("log", "cold soup")):
        said = bare.misused("--store", address, *words)
        assert "sqlite:///PATH" in said
        assert "geheim" not in said
    assert bare.ok("--store", address, "doctor")["store"] == "not understood"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql+psycopg://carlo:geheim@localhost/house", "postgresql+psycopg://carlo:…@localhost/house"),
        ("postgresql://carlo:ge%40heim@[::1]:5432/house?sslmode=require", "postgresql://carlo:…@[::1]:5432/house?…"),
        ("postgresql://carlo@one,two/house", "postgresql://carlo@one,two/house"),
        ("postgresql:///house?host=/run/pg&password=geheim", "postgresql:///house?…"),
        ("postgresql://host:5432/house?user=carlo&password=geheim", "postgresql://host:5432/house?…"),
        ("postgresql://:geheim@host/house", "postgresql://:…@host/house"),
        ("sqlite:////desks/carlo@pc/a:b/desk.sqlite3", "sqlite:////desks/carlo@pc/a:b/desk.sqlite3"),
        ("sqlite:///desk.sqlite3?password=geheim", "sqlite:///desk.sqlite3?…"),
        # A mark out of place: which part is the password?
        ("postgresql://carlo:ge@heim@host/house", "not understood"),
        ("postgresql://carlo:ge/heim@host/house", "not understood"),
        ("postgresql://carlo:123?heim@host/house", "not understood"),
        ("postgresql://carlo:123/heim@host/house", "not understood"),
        ("postgresql://host/house?password=ge@heim", "not understood"),
        ("host=localhost password=geheim", "not understood"),
        ("sqlite://carlo:geheim@host/x", "not understood"),
    ],
)
def test_the_doctor_never_shows_a_password(bare: Cli, address: str, shown: str) -> None:
    told = bare.ok("--store", address, "doctor")
    assert told["store"] == shown
    for part in ("geheim", "heim", "123"):
        assert part not in str(told)
        assert part not in bare.run("--store", address, "doctor").out


def test_the_doctor_names_what_is_here(problem: Cli) -> None:
    told = problem.ok("doctor")
    assert told["app"]
    assert told["qt"].startswith("6.")
    assert told["data"] == str(problem.data)
    assert told["practice"] is True
    assert told["engine"].startswith("SQLite")
    assert len(told["fonts"]) > 5
    assert "Northgate House" in problem.run("doctor").out


def test_a_folder_that_cannot_be_made_is_said(bare: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = bare.run("--json", "--data", str(tmp_path / "file" / "desk"), "init", "--practice")
    assert (ran.status, ran.out) == (3, "")


def test_options_stand_before_the_command_or_after_it(staffed: Cli, tmp_path: Path) -> None:
    ran = staffed.run("log", "cold soup", "--as", "Carlo", "--json")
    assert ran.document["incident"] == "1"
    assert staffed.run("board", "--json").document[0]["owner"] == "Carlo"
    assert staffed.run("people", "list", "--json").document == staffed.ok("people", "list")
    elsewhere = str(tmp_path / "elsewhere")
    assert "hospitality-desk init" in staffed.refused("board", "--data", elsewhere)
    assert "hospitality-desk init" in staffed.refused("--data", elsewhere, "board")


def test_an_embedded_store_may_lie_elsewhere(bare: Cli, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'elsewhere' / 'house.sqlite3'}"
    assert "hospitality-desk init" in bare.refused("--store", address, "board")
    assert bare.ok("--store", address, "init", "--practice")["store"] == address
    bare.ok("--store", address, "log", "cold soup")
    assert len(bare.ok("--store", address, "board")) == 1
    assert not bare.data.exists()


def test_a_shared_store_is_made_and_used(bare: Cli, postgres_template: PostgresTemplate) -> None:
    with postgres_template.database("template0") as address:
        assert bare.ok("--store", address, "init", "--practice", "--house", "Shared")["house"] == "Shared"
        bare.ok("--store", address, "log", "cold soup")
        assert bare.ok("--store", address, "show", "1")["owner"] == "The house"
        assert bare.ok("--store", address, "check")["ok"] is True
        assert bare.ok("--store", address, "doctor")["engine"].startswith("PostgreSQL")
