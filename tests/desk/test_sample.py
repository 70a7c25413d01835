"""The sample venue: the Floor of the pictures, eight weeks behind it, and never a half of it."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hospitality_desk.commands.staff import AddPerson
from hospitality_desk.desk import sample
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import NOW_VARIABLE, Address, make_desk
from hospitality_desk.desk.sample import SAMPLE_INCIDENTS, SAMPLE_NAME, SampleCounts, load_sample
from hospitality_desk.desk.sample_stories import stories
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, PersonId, new_id
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.staff import Role
from hospitality_desk.domain.tasks import TaskState
from hospitality_desk.errors import Refused, StoreBusy, StoreDamaged, StoreUnreachable
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.queries.incidents import board_rows, closed_counts
from hospitality_desk.queries.staff import colleagues
from hospitality_desk.storage import engine
from hospitality_desk.storage.driver import sqlite_driver
from tests.desk.sample_house import NOON, at, files, loaded, local, problems, texts


def add_somebody(desk: Desk, by: PersonId) -> None:
    act, person = CommandId(new_id()), PersonId(new_id())
    desk.do(AddPerson(command_id=act, by=by, at=desk.now(), person_id=person, name="Zoë", role=Role.MANAGER))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample venue at the pictures' moment; nothing in here changes it."""
    with loaded(tmp_path_factory.mktemp("sample")) as desk:
        yield desk


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample venue's closed file, to be copied."""
    folder = tmp_path_factory.mktemp("kept")
    with at(NOON):
        load_sample(Address(data=folder))
    return folder / STORE_FILE


def test_it_says_what_it_loaded(tmp_path: Path) -> None:
    with at(NOON):
        assert load_sample(Address(data=tmp_path)) == SampleCounts(incidents=SAMPLE_INCIDENTS, people=7, stories=5)


def test_it_is_a_practice_house_in_this_pcs_zone(house: Desk) -> None:
    assert (house.house.name, house.house.practice) == (SAMPLE_NAME, True)
    assert (house.house.zone_name, house.house.currency) == ("America/New_York", "USD")
    assert [person.name for person in house.ask(colleagues)] == [
        "Ana", "Carlo", "Dana", "Marek", "Priya", "Ruth", "Tom"
    ]  # fmt: skip


def test_the_floor_is_the_one_of_the_picture(house: Desk) -> None:
    now, zone = house.now(), house.house.zone
    rows = []
    for row in house.ask(board_rows):
        clock = row.clock_at(now)
        due = "" if row.next_due is None else f" {local(row.next_due, zone):%H:%M}"
        rows.append(
            (row.place, row.guest, row.party_size, row.said, clock.minutes, clock.state.value,
             f"{local(clock.by, zone):%H:%M}", f"{row.next_title}{due}", row.next_owner, row.untold_at(now))
        )  # fmt: skip
    window = "“We were told this table was by the window.”"
    assert rows == [
        ("Table 12", "Ms Rivera", 4, "“I left my purse in the taxi.”", 11, "soon", "13:00", "Call the phone 12:58", "Ana", 2),
        ("Table 3", "Walk-in", 2, window, 6, "in_touch", "13:05", "Move to table 9 when it clears", "Carlo", 0),
        ("Room 7", "Lindqvist", 2, "“The shower only runs cold.”", 9, "in_touch", "13:07", "Plumber on the way 13:05", "Priya", 0),
        ("Bar 5", "Ferrari", 1, "“I said no nuts, twice.”", 4, "in_touch", "13:07", "Chef to speak with him", "Dana", 0),
        ("Lobby", "Osei", 3, "“The car we booked never came.”", 2, "in_touch", "13:24", "Taxi ordered 13:04", "Priya", 0),
        ("Table 18", "Haddad", 8, "“Please let us finish the toasts first.”", 21, "resting", "13:35", "Cake at 13:30", "Tom", 0),
    ]  # fmt: skip
    assert all(row.own_words and row.severity_sure for row in house.ask(board_rows))


def test_the_purse_stands_as_in_the_picture(house: Desk) -> None:
    (purse,) = (each for each in problems(house) if each.place == "Table 12" and each.status == Status.OPEN)
    assert (len(purse.notes), purse.cost, purse.severity.value, purse.phone) == (9, 6400, "serious", "+19175550147")
    assert [note.n for note in purse.untold(house.now())] == [8, 9]
    assert purse.chains == ((1, 3, 5), (2, 3, 5))
    assert [(task.title, task.state) for task in purse.tasks] == [
        ("Seat her with her party", TaskState.DONE),
        ("Call the phone", TaskState.OPEN),
        ("Ask the taxi office to radio", TaskState.OPEN),
        ("Meet the driver halfway", TaskState.OPEN),
    ]
    assert [(each.what, f"{local(each.by, house.house.zone):%H:%M}") for each in purse.promises] == [
        ("Purse back before she finishes lunch", "13:40"),
        (None, "13:00"),
    ]
    assert purse.notes[6].text == "Still calling. I will be back by 13:00."
    assert purse.notes[5].text == "Lunch to the house account"


@pytest.mark.parametrize(
    ("now", "zone"),
    [
        (NOON, "America/New_York"),
        ("2026-11-21T00:20:00-05:00", "America/New_York"),
        ("2026-11-21T03:59:59-05:00", "America/New_York"),
        ("2026-11-21T04:00:00-05:00", "America/New_York"),
        ("2026-11-21T04:07:30-05:00", "America/New_York"),
        ("2026-11-22T10:39:59-05:00", "America/New_York"),
        ("2026-11-01T12:00:00-05:00", "America/New_York"),  # the clocks went back that night
        ("2026-03-29T09:00:00+02:00", "Europe/Berlin"),  # and forward that one
        ("2026-06-01T23:30:00+05:45", "Asia/Kathmandu"),
    ],
)
def test_whenever_it_is_loaded_six_are_open_and_five_were_settled_today(tmp_path: Path, now: str, zone: str) -> None:
    with loaded(tmp_path, now, zone) as desk:
        clocks = [row.clock_at(desk.now()) for row in desk.ask(board_rows)]
        assert [clock.minutes for clock in clocks] == [11, 6, 9, 4, 2, 21]
        assert [clock.state.value for clock in clocks] == ["soon", *["in_touch"] * 4, "resting"]
        assert desk.ask(closed_counts, desk.house.service_date(desk.now())) == (5, 0)
        for each in problems(desk):
            moments = [note.happened_at for note in each.notes] + [note.recorded_at for note in each.notes]
            moments += [line.recorded_at for line in each.lines] + [verdict.heard_at for verdict in each.verdicts]
            assert all(moment is not None and moment <= desk.now() for moment in moments), each.gist


def test_the_rest_lies_at_the_houses_own_hours_within_eight_weeks(house: Desk) -> None:
    today, zone = house.house.service_date(house.now()), house.house.zone
    days = []
    for each in problems(house):
        opened = local(each.opened_at, zone)
        assert (7, 0) <= (opened.hour, opened.minute) <= (23, 30), each.gist
        days.append((today - opened.date()).days)
        if each.source.value not in ("letter", "review") and each.settled_at and each.gone_at is None:
            assert (each.settled_at - each.opened_at).total_seconds() < 4 * 3600, each.gist
    assert (min(days), max(days)) == (0, 56)
    assert sum(day == 0 for day in days) == 11
    weeks = [sum(7 * week < day <= 7 * week + 7 for day in days) for week in range(8)]
    assert all(week >= 8 for week in weeks), weeks


def test_fridays_and_saturdays_are_busier(house: Desk) -> None:
    earlier = [local(each.opened_at, house.house.zone) for each in problems(house)]
    today = local(house.now(), house.house.zone).date()
    count = [sum(day.weekday() == each and day.date() != today for day in earlier) for each in range(7)]
    assert min(count[4], count[5]) > max(count[:4] + count[6:]), count


def test_two_loads_at_one_moment_tell_the_same(house: Desk, tmp_path: Path) -> None:
    def told(desk: Desk) -> list[Any]:
        who = {person.person_id: person.name for person in desk.ask(colleagues)}
        return [
            (
                each.number,
                each.opened_at,
                each.settled_at,
                texts(each),
                [(n.happened_at, who[n.by]) for n in each.notes],
            )
            for each in problems(desk)
        ]

    with loaded(tmp_path) as again:
        assert told(again) == told(house)


def test_everything_in_it_is_sound(house: Desk) -> None:
    assert [check.name for check in house.check() if not check.ok] == []


def test_its_file_is_like_any_other(tmp_path: Path) -> None:
    with at(NOON):
        load_sample(Address(data=tmp_path / "sample"))
        make_desk(Address(data=tmp_path / "made"), practice=True).close()
    assert list(files(tmp_path / "sample")) == [STORE_FILE]

    def settings(path: Path) -> list[Any]:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        connection = sqlite_driver().connect(str(path))
        asked = ("application_id", "journal_mode", "page_size", "encoding", "auto_vacuum", "user_version")
        found = [connection.execute(f"PRAGMA {each}").fetchone()[0] for each in asked]
        connection.close()
        return found

    assert settings(tmp_path / "sample" / STORE_FILE) == settings(tmp_path / "made" / STORE_FILE)


def test_an_untouched_house_stays_unless_it_may_be_set_aside(tmp_path: Path) -> None:
    make_desk(Address(data=tmp_path), name="Ours").close()
    before = files(tmp_path)
    with pytest.raises(Refused, match=r"empty folder.*Nothing was changed"):
        load_sample(Address(data=tmp_path))
    assert files(tmp_path) == before


def test_a_house_in_use_stays_as_it_is(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOW_VARIABLE, NOON)
    practice, real = tmp_path / "practice", tmp_path / "real"
    make_desk(Address(data=practice), practice=True).close()
    monkeypatch.delenv(NOW_VARIABLE)
    (tmp_path / "sample").mkdir()
    shutil.copy(kept, tmp_path / "sample")
    desk = make_desk(Address(data=real))
    add_somebody(desk, THE_HOUSE)
    desk.close()
    for folder in (practice, real, tmp_path / "sample"):
        before = files(folder)
        with pytest.raises(Refused, match=r"empty folder.*Nothing was changed"):
            load_sample(Address(data=folder), over_untouched=True)
        assert files(folder) == before


def test_a_house_that_is_open_elsewhere_is_left_alone(tmp_path: Path) -> None:
    other = make_desk(Address(data=tmp_path))
    with pytest.raises(Refused, match="open in another window"):
        load_sample(Address(data=tmp_path), over_untouched=True)
    assert other.check()
    other.close()
    load_sample(Address(data=tmp_path), over_untouched=True)


def test_a_shared_store_takes_no_sample(tmp_path: Path) -> None:
    address = Address(data=tmp_path, store_url="postgresql+psycopg://someone@example.invalid/house")
    for act in (load_sample, sample.leave_sample):
        with pytest.raises(Refused, match="shared store"):
            act(address)
    with pytest.raises(Refused, match="shared store"):
        sample.bring_back_sample(address, tmp_path / "aside")
    assert files(tmp_path) == {}


def test_a_file_that_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / STORE_FILE).write_bytes(b"a letter, no house " * 100)
    before = files(tmp_path)
    with pytest.raises(StoreDamaged):
        load_sample(Address(data=tmp_path))
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_said_kindly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreUnreachable, match="cannot be written"):
        load_sample(Address(data=tmp_path / "file" / "desk"))


def test_a_writer_in_the_middle_is_waited_for_and_then_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where SQLite keeps a rollback journal, and nothing lies beside the file to tell."""
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    make_desk(Address(data=tmp_path)).close()
    connection = sqlite_driver().connect(str(tmp_path / STORE_FILE), isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    before = (tmp_path / STORE_FILE).read_bytes()
    with pytest.raises(StoreBusy):
        load_sample(Address(data=tmp_path), over_untouched=True)
    connection.close()
    assert (tmp_path / STORE_FILE).read_bytes() == before


def test_what_a_lost_file_left_beside_it_does_no_harm(tmp_path: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        (tmp_path / f"{STORE_FILE}{ending}").write_bytes(b"what a lost house left")
    with loaded(tmp_path) as desk:
        assert all(check.ok for check in desk.check())


def test_a_story_that_is_refused_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_desk(Address(data=tmp_path), name="Ours").close()
    before = files(tmp_path)
    settled_too_early = {
        "ago": 30,
        "log": {"by": "Ana", "text": "Cold soup"},
        "steps": [{"at": 1, "task": "New soup"}, {"at": 2, "settle": "recovered", "asked": "declined"}],
    }
    told = [*stories(), settled_too_early]
    monkeypatch.setattr(sample, "stories", lambda: told)
    with pytest.raises(Refused, match="not settled yet"):
        load_sample(Address(data=tmp_path), over_untouched=True)
    assert files(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_a_kill_in_the_middle_leaves_what_was(tmp_path: Path) -> None:
    make_desk(Address(data=tmp_path), name="Ours").close()
    before = files(tmp_path)
    say = (
        "import pathlib\n"
        "from hospitality_desk.desk.open import Address\n"
        "from hospitality_desk.desk.sample import load_sample\n"
        f"load_sample(Address(data=pathlib.Path({str(tmp_path)!r})), over_untouched=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", say])
    end = time.monotonic() + 60
    while not list(tmp_path.glob(f".sample-*/{STORE_FILE}-wal")) and child.poll() is None:
        assert time.monotonic() < end
    child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL, "it was faster than the kill"
    assert (tmp_path / STORE_FILE).read_bytes() == before[STORE_FILE]
    left = list(tmp_path.glob(".sample-*"))
    assert left
    os.utime(left[0], (0, 0))
    load_sample(Address(data=tmp_path), over_untouched=True)
    assert not left[0].exists(), "and what the kill left is cleared away"
