"""The set-up keeps its promises: nothing of this machine in the repository, no surprise from Qt, a small top level."""

import ast
import importlib.machinery
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]

# Written in two halves, so that this file does not find itself.
REGISTRY_HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.", "yarn" + "pkg.com", "ana" + "conda.org"]
MACHINE_PATHS = ["work", "root", "opt", "home", "Users", "mnt", "var/folders"]
FORBIDDEN = re.compile(
    "|".join(map(re.escape, REGISTRY_HOSTS))
    + r"|(?<![\w.~])/(?:"
    + "|".join(MACHINE_PATHS)
    + r")/[\w.]|[A-Z]:\\Users\\"
)
HOST_IN_LOCK = re.compile(r"https?://|file://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ")

# Essentials, and of the Addons the PDF alone: charts and the virtual keyboard are GPL, the rest is weight.
QT_ALLOWED = {
    "QtCore",
    "QtGui",
    "QtNetwork",
    "QtPdf",
    "QtPdfWidgets",
    "QtPrintSupport",
    "QtSvg",
    "QtSvgWidgets",
    "QtTest",
    "QtWidgets",
}
TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "hospitality_desk",
    "pyproject.toml",
    "requirements-dev.lock",
    "requirements.lock",
    "resources",
    "tasks.py",
    "tests",
}


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """What git keeps of this repository."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there are no tracked files to look at")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def qt_modules(source: str) -> Iterator[str]:
    """Name every PySide6 module a piece of code imports, in any form."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            first, *rest = name.split(".")
            if first == "PySide6" and rest:
                yield rest[0]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_name_no_host_and_hash_everything(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert HOST_IN_LOCK.findall(text) == []
    pins = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==[^\\\n]+(.?)\n(.*)$", text, re.MULTILINE)
    assert len(pins) > 10
    assert all(mark == "\\" and "--hash=sha256:" in following for mark, following in pins)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see " + "/wo" + "rk/main/tasks.py", True),
        ('"' + "/ro" + 'ot/.cache"', True),
        ("file:/" + "//op" + "t/wheels", True),
        ("--index https://" + "pypi" + ".org/simple", True),
        ("C:" + "\\Users\\anna", True),
        ("https://example.org/w/in-progress", False),
        ("paperwork/root/cause", False),
    ],
)
def test_the_rule_finds_what_it_should(line: str, found: bool) -> None:
    assert bool(FORBIDDEN.search(line)) is found


def test_no_tracked_file_names_this_machine_or_a_registry(tracked: list[str]) -> None:
    hits = []
    for name in tracked:
        text = (ROOT / name).read_bytes()
        if b"\0" in text[:8000]:
            continue
        for number, line in enumerate(text.decode("utf-8", "replace").splitlines(), start=1):
            if FORBIDDEN.search(line):
                hits.append(f"{name}:{number}: {line.strip()[:100]}")
    assert hits == []


def test_the_top_level_stays_small(tracked: list[str]) -> None:
    names = {name.split("/")[0] for name in tracked}
    assert {name for name in names if not name.startswith(".")} - TOP_LEVEL == set()


@pytest.mark.parametrize(
    ("source", "module"),
    [
        ("import PySide6.QtCharts", "QtCharts"),
        ("from PySide6.QtMultimedia import QSoundEffect", "QtMultimedia"),
        ("def late():\n    from PySide6 import QtCore, QtWebEngineWidgets", "QtWebEngineWidgets"),
    ],
)
def test_a_forbidden_qt_module_is_noticed(source: str, module: str) -> None:
    assert module in set(qt_modules(source)) - QT_ALLOWED


def test_only_allowed_qt_modules_are_imported() -> None:
    files = [*(ROOT / "hospitality_desk").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    used = {file.relative_to(ROOT): set(qt_modules(file.read_text("utf-8"))) for file in files}
    assert any(used.values())
    assert {str(file): sorted(names - QT_ALLOWED) for file, names in used.items() if names - QT_ALLOWED} == {}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never counted from Python 3.12 on: nothing to lose")
def test_qt_calls_do_not_use_up_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 dropped one reference to None with every such call, and the desk died of it within minutes."""
    label, picture = QLabel(), QPixmap(8, 8)
    qtbot.addWidget(label)
    painter, pen = QPainter(picture), QColor("black")
    before = sys.getrefcount(None)
    for _ in range(300):
        label.setText("12")
        label.update()
        painter.setPen(pen)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost <= 300


def test_tasks_needs_only_python_itself() -> None:
    tree = ast.parse((ROOT / "tasks.py").read_text("utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported
    assert {name.split(".")[0] for name in imported} - set(sys.stdlib_module_names) == set()


@pytest.mark.parametrize(
    ("file", "family", "style", "weight"),
    [
        ("Inter-Regular.ttf", "Inter", "Regular", 400),
        ("Inter-Medium.ttf", "Inter", "Medium", 500),
        ("Inter-SemiBold.ttf", "Inter", "SemiBold", 600),
        ("InterDisplay-Medium.ttf", "Inter Display", "Medium", 500),
        ("InterDisplay-SemiBold.ttf", "Inter Display", "SemiBold", 600),
        ("SourceSerif4-Regular.ttf", "Source Serif 4", "Regular", 400),
        ("SourceSerif4-Italic.ttf", "Source Serif 4", "Italic", 400),
        ("DeskSerifDisplay-Light.ttf", "Desk Serif Display", "Light", 300),
    ],
)
def test_the_shipped_faces_answer_to_the_names_the_design_uses(
    qtbot: QtBot, file: str, family: str, style: str, weight: int
) -> None:
    number = QFontDatabase.addApplicationFont(str(ROOT / "resources" / "fonts" / file))
    assert family in QFontDatabase.applicationFontFamilies(number)
    assert QFontDatabase.weight(family, style) == weight
    QFontDatabase.removeApplicationFont(number)


@pytest.mark.parametrize(
    ("words", "opens"),
    [("", True), ("--data d", True), ("--data=d --as Ana", True), ("--store sqlite:///d", True), ("board", False),
     ("--data d board", False), ("--help", False), ("--data", True)],
)  # fmt: skip
def test_run_without_a_command_is_the_window(words: str, opens: bool) -> None:
    loader = importlib.machinery.SourceFileLoader("tasks", str(ROOT / "tasks.py"))
    tasks = importlib.util.module_from_spec(importlib.util.spec_from_loader("tasks", loader))  # type: ignore[arg-type]
    loader.exec_module(tasks)
    assert tasks.opens_the_window(words.split()) is opens
