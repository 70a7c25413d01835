"""The doorbell of an embedded store: rings for others' commits, in other processes too, soon and not in vain."""

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.ids import IncidentId, PersonId, new_id
from hospitality_desk.domain.staff import Person, Role
from hospitality_desk.errors import StoreUnreachable
from hospitality_desk.live.sqlite_watch import SqliteWatch
from hospitality_desk.paths import STORE_FILE
from tests.helpers.evening import Evening
from tests.helpers.stores import SqliteTemplate

PATIENCE = 5.0
"""Seconds a bell may take on a machine that is busy with something else; it is heard after some hundredths."""
QUIET = 0.3


@pytest.fixture(params=["shipped", "standard"])
def stands(
    request: pytest.FixtureRequest,
    sqlite_template: SqliteTemplate,
    standard_sqlite_template: SqliteTemplate,
    tmp_path: Path,
) -> Iterator[list[Desk]]:
    """Two desks on one file: with a write-ahead log, and with the rollback journal of an older SQLite."""
    template = sqlite_template if request.param == "shipped" else standard_sqlite_template
    with template.stands(tmp_path, 2) as desks:
        yield desks


@pytest.fixture
def bell(stands: list[Desk]) -> "queue.Queue[float]":
    """Each ring of the first desk's bell."""
    rings: queue.Queue[float] = queue.Queue()
    stands[0].listen(lambda: rings.put(time.monotonic()))
    rings.get(timeout=PATIENCE)  # the first, for what was committed before it began to look
    return rings


def test_a_commit_elsewhere_rings_and_is_news(stands: list[Desk], bell: "queue.Queue[float]") -> None:
    stands[0].feed.begin()
    incident = Evening(stands[1]).log("Warm beer")
    bell.get(timeout=PATIENCE)
    assert stands[0].feed.news().changes.incidents == {incident}


def test_what_was_committed_before_the_first_look_is_heard(stands: list[Desk]) -> None:
    stands[0].feed.begin()
    incident = Evening(stands[1]).log("Warm beer")
    rang = threading.Event()
    stands[0].listen(rang.set)
    assert rang.wait(PATIENCE)
    assert stands[0].feed.news().changes.incidents == {incident}


def test_a_listener_that_fails_once_hears_the_next(stands: list[Desk], caplog: pytest.LogCaptureFixture) -> None:
    rings: queue.Queue[int] = queue.Queue()

    def ring() -> None:
        rings.put(1)
        if rings.qsize() < 2:
            raise RuntimeError("the first one fails")

    caplog.expected = True  # type: ignore[attr-defined] # the failure is logged, and no reason to fail here
    stands[0].listen(ring)
    while rings.qsize() < 1:
        time.sleep(0.01)
    Evening(stands[1]).log("Warm beer")
    deadline = time.monotonic() + PATIENCE
    while rings.qsize() < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert rings.qsize() >= 2


def test_nothing_rings_without_a_commit(stands: list[Desk], bell: "queue.Queue[float]") -> None:
    with pytest.raises(RuntimeError):
        _think_better_of_it(stands[1])
    with pytest.raises(queue.Empty):
        bell.get(timeout=QUIET)


def _think_better_of_it(desk: Desk) -> None:
    with desk._store.write(desk.clock) as work:
        work.add_person(Person(person_id=PersonId(new_id()), name="Ana", role=Role.SERVER, active=True))
        raise RuntimeError


def test_every_one_of_many_commits_is_heard(stands: list[Desk], bell: "queue.Queue[float]") -> None:
    stands[0].feed.begin()
    there, heard = Evening(stands[1]), set[IncidentId]()
    logged = {there.log(f"Warm beer {n}") for n in range(30)}
    while heard != logged:
        bell.get(timeout=PATIENCE)
        heard |= stands[0].feed.news().changes.incidents


def test_a_command_in_another_process_rings(
    sqlite_template: SqliteTemplate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rings: queue.Queue[float] = queue.Queue()
    with sqlite_template.house(tmp_path) as desk:
        desk.feed.begin()
        desk.listen(lambda: rings.put(time.monotonic()))
        said = subprocess.run(
            [sys.executable, "-m", "hospitality_desk", "--data", str(tmp_path), "log", "t9 the soup is cold"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert said.returncode == 0, said.stderr
        rings.get(timeout=PATIENCE)
        news = desk.feed.news()
    assert len(news.changes.incidents) == 1
    assert [mark.station for mark in news.marks] == ["Another stand"]


def test_a_closed_desk_hears_nothing_and_leaves_no_thread(sqlite_template: SqliteTemplate, tmp_path: Path) -> None:
    with sqlite_template.house(tmp_path) as desk:
        desk.listen(lambda: None)
        assert any(thread.name == "sqlite-watch" for thread in threading.enumerate())
    assert not any(thread.name == "sqlite-watch" for thread in threading.enumerate())
    (tmp_path / STORE_FILE).unlink()  # nothing holds the file any more: on Windows this would fail


class _Comes:
    """A file that is away for two looks."""

    def __init__(self) -> None:
        self.looks = iter([1, None, None, 2, 2])

    def read(self) -> int:
        found = next(self.looks, 2)
        if found is None:
            raise StoreUnreachable("away")
        return found

    def close(self) -> None:
        self.looks = iter(())


def test_a_file_that_comes_back_rings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hospitality_desk.live.sqlite_watch.LOOK_EVERY_WHEN_AWAY", 0.01)
    rang = threading.Event()
    watch = SqliteWatch(_Comes(), rang.set)  # type: ignore[arg-type] # it answers as a store's file does
    watch.start()
    assert rang.wait(PATIENCE)
    watch.stop()
