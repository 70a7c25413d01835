"""Starting and ending: an empty folder, one window a folder, a service that is stopped, a house that is away."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hospitality_desk.errors import KnownError
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.lanes import KEEP_WITHIN
from hospitality_desk.gui.mishaps import Mishaps
from hospitality_desk.gui.one_window import OneWindow
from hospitality_desk.gui.opening import Opening
from hospitality_desk.gui.quick_log.panel import DRAFT
from hospitality_desk.gui.run import _keep_all, make_window
from hospitality_desk.gui.theme import LIGHT
from hospitality_desk.paths import LOG_FOLDER, STATION_FILE, STORE_FILE
from hospitality_desk.station.station import Station
from hospitality_desk.storage.driver import sqlite_driver

ROOT = Path(__file__).resolve().parents[2]
Child = subprocess.Popen[str]


@pytest.fixture
def children() -> Iterator[list[Child]]:
    """The windows a test started; none outlives it."""
    started: list[Child] = []
    yield started
    for child in started:
        child.kill()
        child.communicate()


def start(children: list[Child], folder: Path, words: str = "") -> Child:
    env = {name: value for name, value in os.environ.items() if not name.startswith("HOSPITALITY_DESK")}
    env["QT_QPA_PLATFORM"] = "offscreen"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.window_child", str(folder), words],
        cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    children.append(child)
    return child


def heard(child: Child) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a signal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stopped_window_keeps_what_was_typed(tmp_path: Path, children: list[Child], number: int) -> None:
    child = start(children, tmp_path, "t12 Ms Rivera left her purse")
    assert [heard(child), heard(child)] == ["ready", "typed"]
    child.send_signal(number)  # before the 300 ms of the draft have passed
    _out, err = child.communicate(timeout=10)
    assert (child.returncode, err) == (0, "")
    station = Station(tmp_path)
    draft = station.draft(DRAFT)
    station.close()
    assert draft is not None
    assert draft.text == "t12 Ms Rivera left her purse"


def test_the_first_start_makes_a_house(tmp_path: Path, children: list[Child]) -> None:
    folder = tmp_path / "new" / "folder"
    child = start(children, folder)
    assert heard(child) == "ready"
    child.terminate()
    child.communicate(timeout=10)
    assert (folder / STORE_FILE).stat().st_size > 0
    assert (folder / LOG_FOLDER).is_dir()
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


def test_a_second_start_calls_the_first_forward_and_ends(tmp_path: Path, children: list[Child]) -> None:
    first = start(children, tmp_path)
    assert heard(first) == "ready"
    second = start(children, tmp_path)
    second.communicate(timeout=20)
    assert second.returncode == 0
    assert first.poll() is None
    first.kill()
    first.communicate()
    third = start(children, tmp_path)  # the lock of a killed window holds nobody up
    assert heard(third) == "ready"


def test_the_first_window_hears_the_call(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = OneWindow(tmp_path), OneWindow(tmp_path)
    assert one.take()
    assert not other.take()
    assert not other.call_the_other()
    one.listen()
    with qtbot.waitSignal(one.called):
        assert other.call_the_other()
    one.let_go()
    assert other.take()
    other.let_go()


@pytest.mark.skipif(os.name == "nt", reason="a file in the way of a folder is said otherwise there")
def test_a_folder_that_cannot_be_is_said_and_ends(tmp_path: Path, children: list[Child]) -> None:
    (tmp_path / "file").write_text("in the way")
    child = start(children, tmp_path / "file")
    assert child.stderr is not None
    assert "cannot be written" in child.stderr.readline()
    assert child.poll() is None  # the box waits for the person
    assert not OneWindow(tmp_path / "file").call_the_other()


@pytest.mark.parametrize("table", ["drafts", "preferences"])
def test_a_station_file_of_another_make_is_said_and_ends(tmp_path: Path, children: list[Child], table: str) -> None:
    with closing(sqlite_driver().connect(str(tmp_path / STATION_FILE))) as other:
        other.execute(f"CREATE TABLE {table} (something_else TEXT)")
        other.commit()
    child = start(children, tmp_path)
    assert child.stderr is not None
    assert "drafts are not kept" in child.stderr.readline()
    assert child.poll() is None  # the box waits for the person


def test_a_mistake_before_there_is_a_window_is_said_on_the_terminal(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.expected = True  # type: ignore[attr-defined] # this test logs errors on purpose
    mishaps = Mishaps()
    mishaps.listen()
    try:
        error = ValueError("Ms Rivera")
        sys.excepthook(ValueError, error, None)
        assert capsys.readouterr().err.startswith("That did not work, and nothing was saved.")
        said: list[str] = []
        mishaps.said.connect(said.append)
        sys.excepthook(ValueError, error, None)
        assert len(said) == 1
        assert capsys.readouterr().err == ""
    finally:
        mishaps.stop()


def test_a_damaged_house_is_said_and_tried_again(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    store = tmp_path / STORE_FILE
    store.write_bytes(b"this was a house once" * 100)
    bridge = Bridge(Station(tmp_path))
    window = make_window(qapp, bridge, LIGHT)
    qtbot.addWidget(window)
    opening = Opening(bridge, tmp_path)
    opening.refused.connect(window.show_trouble)
    window.trouble.try_again.connect(opening.start)
    with qtbot.waitExposed(window):
        window.show()
    opening.start()
    qtbot.waitUntil(window.trouble.isVisible)
    assert window.trouble.words.text().endswith(".")
    assert "Traceback" not in window.trouble.words.text()
    assert store.read_bytes().startswith(b"this was a house once")
    store.unlink()
    window.trouble.button.click()
    qtbot.waitUntil(window.floor.isVisible)
    assert bridge.is_open
    bridge.settle_down()


class Button(QObject):
    """Something whose slot fails."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pressed.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        raise ValueError("Ms Rivera, 917-555-0147")


def test_our_own_mistakes_are_said_and_logged_without_words(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.expected = True  # type: ignore[attr-defined] # this test logs errors on purpose
    mishaps = Mishaps()
    mishaps.listen()
    try:
        said: list[str] = []
        mishaps.said.connect(said.append)
        button = Button()
        button.pressed.emit()
        QTimer.singleShot(0, lambda: {}["gone"])
        qtbot.waitUntil(lambda: len(said) == 2)
        failing = threading.Thread(target=lambda: 1 // 0)
        failing.start()
        failing.join()
        qtbot.waitUntil(lambda: len(said) == 3)
    finally:
        mishaps.stop()
    assert all(words.startswith("That did not work, and nothing was saved.") for words in said)
    assert [record.levelname for record in caplog.records] == ["ERROR"] * 3
    numbers = [record.getMessage().removeprefix("mishap ") for record in caplog.records]
    assert all(number in words for number, words in zip(numbers, said, strict=True))
    assert "Rivera" not in "".join(record.getMessage() for record in caplog.records)


def test_a_house_that_cannot_open_is_told_to_whoever_asked(tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Station(tmp_path))
    told: list[KnownError] = []

    def away() -> None:
        raise KnownError("The store is away. Nothing is lost.")

    bridge.open(away, told.append)  # type: ignore[arg-type] # it never returns a desk
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].say == "The store is away. Nothing is lost."
    assert not bridge.is_open
    bridge.settle_down()


def test_an_ending_session_finds_the_draft_on_the_disk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    bridge = Bridge(Station(tmp_path))
    window = make_window(qapp, bridge, LIGHT)
    qtbot.addWidget(window)
    keeper = DraftKeeper(bridge, "a-form", window)
    keeper.typed("t12 left her pur", {})
    _keep_all(window)
    draft = bridge.station.draft("a-form")
    assert draft is not None
    assert draft.text == "t12 left her pur"
    bridge.settle_down()


def test_an_ending_session_is_not_held_up_by_a_busy_file(tmp_path: Path, qtbot: QtBot) -> None:
    bridge = Bridge(Station(tmp_path))
    with closing(sqlite_driver().connect(str(tmp_path / STATION_FILE), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        bridge.note(lambda station: station.prefer("a", 1), bridge)
        before = time.monotonic()
        bridge.wait_for_notes()
        assert KEEP_WITHIN <= time.monotonic() - before < 3
    bridge.settle_down()


def test_words_need_no_window(tmp_path: Path) -> None:
    """A command, --help and --version run where Qt is not even installed."""
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from hospitality_desk.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    for words in (["--version"], ["--help"], ["--data", str(tmp_path), "init"], ["--data", str(tmp_path), "board"]):
        done = subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.strip()


def size_of(picture: Path) -> tuple[int, int]:
    """Return the width and height that a PNG's head states."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def test_a_window_for_pictures_keeps_its_size_on_a_small_screen(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    assert qapp.primaryScreen().availableGeometry().width() < 1366
    bridge = Bridge(Station(tmp_path))
    window = make_window(qapp, bridge, LIGHT)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert (window.grab().width(), window.grab().height()) == (1366, 768)
    bridge.settle_down()


@pytest.mark.slow
def test_the_tour(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "hospitality_desk", "tour", "-o", str(tmp_path / "tour"), "--json"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert (done.returncode, done.stderr) == (0, "")
    made = json.loads(done.stdout)
    assert json.loads((tmp_path / "tour" / "tour.json").read_text("utf-8")) == made
    names = {Path(screen).name for screen in made["screens"]}
    usual = ("first-run", "quick-log", "floor", "told", "settle", "keys", "settings", "wall", "settled")
    for screen in usual:
        assert {f"{screen}-light.png", f"{screen}-dark.png"} <= names
    for screen in ("first-run", "quick-log", "floor", "settings", "wall", "settled"):
        assert {f"{screen}-light-1920.png", f"{screen}-dark-1920.png"} <= names
    for screen in made["screens"]:
        sizes = {"1920": (1920, 1080), "960": (960, 540)}
        assert size_of(Path(screen)) == sizes.get(Path(screen).stem.rpartition("-")[2], (1366, 768))
    assert made["facts"]["12:56"] == {"notes": 9, "untold": 2, "minutes": 11}
    end = made["facts"]["end"]
    assert (end["first_word"], end["longest_silence"], end["whole"]) == (2, 27, 62)
    assert (end["cost"], end["promises"], end["verdict"]) == (10900, ["kept", "kept", "kept"], 5)
    assert end["chains"] == [[1, 3, 5], [2, 3, 5]]
    assert (end["put_right"], end["untold_for"], end["outcome"]) == (60, [11, 7, 2], "recovered")
    steps = {step["time"]: (step["minutes"], step["by"], step["untold"]) for step in made["facts"]["steps"]}
    table = {
        "12:32": (1, "12:41", 0), "12:33": (0, "12:43", 0), "12:35": (2, "12:43", 0), "12:38": (5, "12:43", 0),
        "12:45": (0, "13:00", 0), "12:48": (3, "13:00", 1), "12:56": (11, "13:00", 2), "12:59": (0, "13:09", 0),
        "13:02": (3, "13:09", 1), "13:04": (0, "13:35", 0), "13:31": (0, "13:41", 0),
    }  # fmt: skip
    assert {time: steps[time] for time in table} == table
