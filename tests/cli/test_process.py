"""The command line as a real process: exit statuses, bytes, pipes, and what it leaves unloaded."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hospitality_desk import __version__

RUN = (sys.executable, "-m", "hospitality_desk")


def env(data: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HOSPITALITY_DESK_")}
    return {**kept, "HOSPITALITY_DESK_DATA": str(data), **more}


def run(data: Path, *words: str | bytes, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUN, *words], input=stdin, capture_output=True, env=env(data, **more), check=False)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("process") / "desk"
    done = run(data, "init", "--house", "Northgate", "--timezone", "America/New_York")
    assert (done.returncode, done.stderr) == (0, b"")
    return data


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("log", "--help"), ("people", "add", "--help")])
def test_help_needs_neither_a_window_nor_a_store(tmp_path: Path, words: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        "from hospitality_desk.__main__ import main\n"
        "status = main(sys.argv[1:])\n"
        "loud = [name for name in ('PySide6', 'shiboken6', 'sqlalchemy', 'alembic', 'phonenumbers') if name in sys.modules]\n"
        "sys.exit(repr(loud) if loud else status)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, env=env(tmp_path), check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (b"hospitality-desk " + __version__.encode() in done.stdout) is (words == ("--version",))
    assert list(tmp_path.iterdir()) == []


def test_the_whole_evening_needs_no_qt(house: Path) -> None:
    code = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from hospitality_desk.__main__ import main\n"
        "sys.exit(main(['log', 'soup is cold']) or main(['told', '1', 'New soup by 13:00.']) or main(['show', '1'])"
        " or main(['doctor']) or main(['check']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env(house), check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_exit_statuses(house: Path, tmp_path: Path) -> None:
    assert run(house, "board").returncode == 0
    refused = run(house, "show", "999")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr == b"There is no problem #999 here.\n"
    for words in (
        ("--nonsense",),
        ("nonsense",),
        ("log",),
        ("-rf",),
        ("board", "extra"),
        ("note", "1", "saw", "x", "--by", "x"),
    ):
        misused = run(house, *words)
        assert (misused.returncode, misused.stdout, misused.stderr.count(b"\n")) == (2, b"", 1), words
    assert run(tmp_path, "board").returncode == 1
    away = run(house, "--store", "postgresql+psycopg://x@127.0.0.1:1/y", "board")
    assert (away.returncode, away.stdout, away.stderr.count(b"\n")) == (3, b"", 1)


def test_output_is_utf_8_whatever_the_locale(house: Path) -> None:
    logged = run(
        house, "--json", "log", "-", stdin="t9 Frau Müller 🦊 متأخر".encode(), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    number = json.loads(logged.stdout)["incident"]
    shown = run(house, "show", number, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert shown.returncode == 0
    assert "Frau Müller 🦊 متأخر" in shown.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes on POSIX only")
def test_arguments_that_are_no_utf_8(house: Path) -> None:
    done = run(house, "--json", "log", b"caf\xe9 is cold")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = json.loads(run(house, "--json", "show", json.loads(done.stdout)["incident"]).stdout)
    assert shown["entries"][0]["text"] == "caf is cold"
    for words in ((b"\xff\xfe",), ("show", b"\xff"), ("--as", b"\xff", "log", "x"), ("note", "1", b"\xff", "x")):
        lost = run(house, *words)
        assert lost.returncode in (1, 2)
        assert lost.stderr.count(b"\n") == 1
        assert b"Traceback" not in lost.stderr


@pytest.mark.skipif(os.name == "nt", reason="a reader that goes away is told by a signal on POSIX only")
@pytest.mark.parametrize("words", ["--json show 1", "show 1", "--help", "board"])
def test_a_reader_that_goes_away_is_no_error(house: Path, words: str) -> None:
    run(house, "note", "1", "saw", "-", stdin=b"long " * 4_000)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*RUN, *words.split()], stdout=writing, stderr=subprocess.PIPE, env=env(house), check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_our_own_mistake_is_logged_and_never_shown(house: Path) -> None:
    code = (
        "import sys\n"
        "from hospitality_desk.cli import session\n"
        "from hospitality_desk.__main__ import main\n"
        "def broken(self):\n"
        "    raise ZeroDivisionError('Ms Rivera')\n"
        "session.Session.board = broken\n"
        "sys.exit(main(['board']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env(house), check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert b"our mistake" in done.stderr
    written = (house / "logs" / "hospitality-desk.log").read_text("utf-8")
    assert "ZeroDivisionError" in written
    assert "Rivera" not in written


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can reach another's folder")
def test_root_leaves_another_persons_folder_alone(house: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    shutil.copytree(house, theirs)
    for path in (theirs, *theirs.iterdir()):
        os.chown(path, 12345, 12345)
    before = sorted(path.name for path in theirs.iterdir())
    for words in (("init",), ("log", "soup is cold"), ("board",)):
        done = run(theirs, *words)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1), words
        assert b"belongs to another person" in done.stderr
    assert sorted(path.name for path in theirs.iterdir()) == before


def test_two_writers_at_once_give_every_problem_its_own_number(house: Path) -> None:
    started = [
        subprocess.Popen([*RUN, "--json", "log", f"soup {n}"], stdout=subprocess.PIPE, env=env(house)) for n in range(6)
    ]
    numbers = [json.loads(each.communicate()[0])["incident"] for each in started]
    assert len(set(numbers)) == 6
