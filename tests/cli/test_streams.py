"""What is said, and with which number, when a stream, a folder or the log is not as it should be: never a traceback."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_process import env, run

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
MAIN = "import sys; from hospitality_desk.__main__ import main; "


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("streams") / "desk"
    assert run(data, "init", "--house", "Northgate", "--timezone", "America/New_York").returncode == 0
    assert run(data, "log", "the soup is cold").returncode == 0
    return data


def shell(data: Path, words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run words of a shell, redirections and all."""
    line = f'exec "{sys.executable}" -m hospitality_desk {words}'
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, env=env(data, **more), check=False)


def python(data: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env(data), check=False)


@pytest.mark.parametrize("named", ["~nosuchuser/x", "x" * 300, "/loop/desk"])
def test_a_folder_that_cannot_be_one(house: Path, tmp_path: Path, named: str) -> None:
    if named.startswith("/loop"):
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        named = str(tmp_path) + named
    for words in (
        ("--data", named, "board"),
        ("--data", named, "doctor"),
        ("--data", named),
        ("--json", "--data", named, "init"),
    ):
        done = run(house, *words)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1), done.stderr
        assert b"--data" in done.stderr
        assert len(done.stderr) < 300
    assert run(house, "board", HOSPITALITY_DESK_DATA=named).returncode == 2


def test_a_folder_nobody_lets_us_look_into(house: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    # Root may look into everything, so it becomes nobody when everything is read in.
    code = (
        "import os; import hospitality_desk.cli.session; " + MAIN + "os.geteuid() or os.seteuid(65534); "
        f"sys.exit(main(['--data', {str(closed)!r}, 'board']))"
    )
    done = python(house, code)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert "cannot be opened" in done.stderr


@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
@pytest.mark.parametrize("words", ["board", "--json board", "show 1", "doctor", "--help", "log --help", "--version"])
def test_an_answer_that_cannot_be_written(house: Path, words: str, where: str) -> None:
    for unbuffered in ("", "1"):
        done = shell(house, f"{words} {where}", PYTHONUNBUFFERED=unbuffered)
        assert done.returncode == 1, done
        assert done.stderr == "The answer cannot be written: standard output is full, or not there.\n"


@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
def test_what_was_done_and_cannot_be_written_is_said_to_be_done(house: Path, tmp_path: Path, where: str) -> None:
    data = tmp_path / "desk"
    shutil.copytree(house, data)
    for words in ('log "the tea is cold"', 'told 1 "New soup."', "change 1 --place 7", 'task add 1 "New soup"'):
        done = shell(data, f"{words} {where}")
        assert (done.returncode, done.stderr) == (1, "It was done, and cannot be shown.\n")
        assert (shell(data, f"--json {words} {where}")).returncode == 1
    whole = json.loads(run(data, "--json", "show", "1").stdout)
    assert (len(whole["entries"]), whole["place"], len(whole["tasks"])) == (3, "7", 2)


@pytest.mark.parametrize("where", [">&-", "> /dev/full"])
def test_a_refusal_says_its_reason_once(house: Path, where: str) -> None:
    for words in ("show 999", "--json show 999"):
        done = shell(house, f"{words} {where}")
        assert (done.returncode, done.stderr) == (1, "There is no problem #999 here.\n")
    assert shell(house, f"nonsense {where}").returncode == 2


@pytest.mark.parametrize("where", ["2>&-", "2> /dev/full"])
def test_nobody_left_to_tell(house: Path, where: str) -> None:
    for unbuffered in ("", "1"):
        for words, status in (("board", 0), ("show 999", 1), ("nonsense", 2)):
            assert shell(house, f"{words} {where}", PYTHONUNBUFFERED=unbuffered).returncode == status
    assert shell(house, f"show 999 {where} >&- <&-").returncode == 1


def test_no_standard_input_at_all(house: Path) -> None:
    done = shell(house, "log - <&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no standard input to read the text from. Nothing was changed.\n"
    done = shell(house, "log - 0> /dev/null")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_our_own_mistake_where_no_log_can_be_written(house: Path, tmp_path: Path) -> None:
    data = tmp_path / "desk"
    shutil.copytree(house, data)
    shutil.rmtree(data / "logs", ignore_errors=True)
    (data / "logs").touch()
    code = (
        "from hospitality_desk.cli import session\n"
        "def broken(self):\n"
        "    raise ZeroDivisionError('Ms Rivera')\n"
        "session.Session.board = broken\n" + MAIN + "sys.exit(main(['board']))\n"
    )
    done = python(data, code)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("Something went wrong that is our mistake. Nothing was changed that was not finished.\n")
    (data / "logs").unlink()
    done = python(data, code)
    assert done.stderr.endswith(f"The log is in {data / 'logs'}.\n")


@pytest.mark.parametrize(
    "words", ["['settle', '1', '--outcome', 'lost', '--declined']", "['change', '1', '--place', '9']"]
)
def test_what_was_done_is_said_when_showing_it_is_our_mistake(house: Path, tmp_path: Path, words: str) -> None:
    data = tmp_path / "desk"
    shutil.copytree(house, data)
    code = (
        "import hospitality_desk.cli.problems as problems\n"
        "def broken(*args):\n"
        "    raise ZeroDivisionError('Ms Rivera')\n"
        "problems.incident_json = broken\n" + MAIN + f"sys.exit(main({words}))\n"
    )
    done = python(data, code)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"It was done, and cannot be shown. The log is in {data / 'logs'}.\n"
    logged = (data / "logs" / "hospitality-desk.log").read_text("utf-8")
    assert "ZeroDivisionError" in logged
    assert "Rivera" not in logged
    whole = json.loads(run(data, "--json", "show", "1").stdout)
    assert whole["status"] == "settled" or whole["place"] == "9"


def test_the_lines_for_a_person_are_not_put_together_for_a_program(house: Path) -> None:
    code = (
        "import hospitality_desk.cli.problems as problems\n"
        "def broken(*args):\n"
        "    raise ZeroDivisionError\n"
        "problems.board_text = problems.incident_text = broken\n" + MAIN
    )
    for words, status in (("['--json', 'board']", 0), ("['--json', 'show', '1']", 0), ("['board']", 1)):
        assert python(house, code + f"sys.exit(main({words}))").returncode == status


def test_the_tour_is_a_command_like_another(house: Path, tmp_path: Path) -> None:
    assert b"tour" in run(house, "--help").stdout
    assert b"-o DIR" in run(house, "tour", "--help").stdout
    for words in (("tour",), ("tour", "-o"), ("tour", "extra", "-o", "x")):
        misused = run(house, *words)
        assert (misused.returncode, misused.stdout, misused.stderr.count(b"\n")) == (2, b"", 1), words
    (tmp_path / "file").touch()
    refused = run(house, "--json", "--data", str(house), "tour", "-o", str(tmp_path / "file" / "x"))
    assert (refused.returncode, refused.stderr.count(b"\n")) == (1, 1)
    assert json.loads(refused.stdout)["refused"].startswith("The pictures cannot be written")
    # The word may be a text as well.
    assert run(house, "log", "tour", "--happened", "12:00").returncode == 0
