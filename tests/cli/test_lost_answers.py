"""A store whose answer is lost on the way: what was sent is done once, and nobody claims more than is known."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest

from hospitality_desk.paths import STORE_FILE
from tests.cli.conftest import Cli
from tests.cli.test_process import env
from tests.helpers.stores import PostgresTemplate

UNKNOWN = "It is not known whether this was saved. Look at the board before you try again.\n"


class LossyWire:
    """Stands between this PC and a real server until a command is saved there.

    `loses_the_answer`: the server's word that it was saved never arrives, and that line is cut. `then_is_away`: after
    it nothing is carried any more.
    """

    def __init__(self, server: str, *, loses_the_answer: bool, then_is_away: bool) -> None:
        self._server = server
        self._loses_the_answer, self._then_is_away = loses_the_answer, then_is_away
        self.has_saved = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def address(self) -> str:
        """Return the server's address by way of this wire."""
        parts = urlsplit(self._server)
        port = self._listener.getsockname()[1]
        return f"{parts.scheme}://{parts.username or 'postgres'}@127.0.0.1:{port}{parts.path}?sslmode=disable"

    def _accept(self) -> None:
        while True:
            try:
                near, _peer = self._listener.accept()
            except OSError:
                return  # closed
            if self._is_away:
                near.close()
                continue
            far = self._to_server()
            self._open += [near, far]
            made = threading.Thread(target=self._carry, args=(near, far))
            self._threads.append(made)
            made.start()

    @property
    def _is_away(self) -> bool:
        return self.has_saved and self._then_is_away

    def _to_server(self) -> socket.socket:
        parts = urlsplit(self._server)
        folder = parse_qs(parts.query).get("host", [""])[0]
        if folder.startswith("/"):
            far = socket.socket(socket.AF_UNIX)
            far.connect(f"{folder}/.s.PGSQL.{parts.port or 5432}")
            return far
        return socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 5432))

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        losing = threading.Event()
        back = threading.Thread(target=_carry_back, args=(far, near, losing))
        back.start()
        is_saving = False
        try:
            while asked := near.recv(1 << 16):
                if self._is_away:
                    return
                is_saving = is_saving or b"INTO done_commands" in asked
                if is_saving and b"COMMIT" in asked and not self.has_saved:
                    self.has_saved = True
                    if self._loses_the_answer:
                        losing.set()
                        far.sendall(asked)
                        far.shutdown(socket.SHUT_WR)  # the server commits, and ends when it wants to read on
                        back.join()
                        return
                far.sendall(asked)
        except OSError:
            return  # one of the two is gone
        finally:
            _hang_up(near, far)
            back.join()

    def close(self) -> None:
        _hang_up(self._listener, *self._open)
        for thread in self._threads:
            thread.join()
        for each in (self._listener, *self._open):
            each.close()


def _hang_up(*ends: socket.socket) -> None:
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue  # it is closed already


def _carry_back(far: socket.socket, near: socket.socket, losing: threading.Event) -> None:
    try:
        while told := far.recv(1 << 16):
            if not losing.is_set():
                near.sendall(told)
    except OSError:
        return  # one of the two is gone


@contextmanager
def wire(server: str, *, loses_the_answer: bool, then_is_away: bool) -> Iterator[LossyWire]:
    made = LossyWire(server, loses_the_answer=loses_the_answer, then_is_away=then_is_away)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def shared(bare: Cli, postgres_template: PostgresTemplate) -> Iterator[tuple[Cli, str]]:
    """A practice house on a real server, with one problem; the command line and the server's address."""
    with postgres_template.database() as address:
        bare.store(address)
        bare.ok("log", "the soup is cold")
        yield bare, address


COMMANDS = [("log", "the tea is cold"), ("told", "1", "New soup."), ("task", "add", "1", "New soup"),
            ("people", "add", "Dana", "--role", "manager")]  # fmt: skip


def all_there_is(cli: Cli) -> list[int]:
    """Count what the commands add to: problems, notes and tasks of the first one, people."""
    whole = cli.ok("show", "1")
    return [len(cli.ok("board")), len(whole["entries"]), len(whole["tasks"]), len(cli.ok("people", "list"))]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_lost_answer_is_asked_for_again_and_the_command_is_done_once(
    shared: tuple[Cli, str], words: tuple[str, ...]
) -> None:
    cli, server = shared
    before = all_there_is(cli)
    with wire(server, loses_the_answer=True, then_is_away=False) as lossy:
        cli.store(lossy.address)
        cli.ok(*words)
        assert lossy.has_saved
    cli.store(server)
    assert sum(all_there_is(cli)) == sum(before) + 1


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_nobody_says_that_nothing_was_saved_when_nobody_knows(shared: tuple[Cli, str], words: tuple[str, ...]) -> None:
    cli, server = shared
    before = all_there_is(cli)
    with wire(server, loses_the_answer=True, then_is_away=True) as lossy:
        cli.store(lossy.address)
        ran = cli.run("--json", *words)
        assert (ran.status, ran.out, ran.err) == (3, "", UNKNOWN)
    cli.store(server)
    assert sum(all_there_is(cli)) == sum(before) + 1


def test_what_was_done_stays_done_when_the_store_is_away_before_it_is_shown(
    shared: tuple[Cli, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.expected = True  # type: ignore[attr-defined] # the house rule's own mark: this is logged
    cli, server = shared
    with wire(server, loses_the_answer=False, then_is_away=True) as lossy:
        cli.store(lossy.address)
        ran = cli.run("--json", "change", "1", "--place", "7")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("It was done, and cannot be shown.")
    cli.store(server)
    assert cli.ok("show", "1")["place"] == "7"


@pytest.mark.slow  # it waits for the lock twice
def test_a_busy_store_is_tried_once_more_and_then_says_so(cli: Cli) -> None:
    cli.ok("log", "the soup is cold")
    # In a process of its own: two SQLite libraries in one process do not see each other's locks.
    code = (
        "import sqlite3, sys\n"
        "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "other.execute('BEGIN IMMEDIATE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    words = [sys.executable, "-c", code, str(cli.data / STORE_FILE)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        ran = cli.run("--json", "log", "the tea is cold")
        other.communicate()
    assert (ran.status, ran.out) == (3, "")
    assert "Nothing was" in ran.err
    assert len(cli.ok("board")) == 1


@pytest.mark.skipif(os.name == "nt", reason="a file's size is limited so on POSIX only")
def test_a_store_of_this_pc_knows_that_it_saved_nothing(cli: Cli) -> None:
    cli.ok("log", "the soup is cold")
    code = (
        "import resource, sys; from hospitality_desk.__main__ import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "sys.exit(main(['log', 'cold ' * 3_000]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False,
                          env=env(cli.data, HOSPITALITY_DESK_NOW="2026-11-20T17:32:00Z"))  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert "Nothing was saved. Free some space" in done.stderr
    assert len(cli.ok("board")) == 1
