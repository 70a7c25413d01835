"""The rules a newcomer can rely on: sizes, names, floors, and a core that needs no Qt."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hospitality_desk"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if "_resources" not in path.parts)
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}
NOT_ROOMS = {"utils", "util", "helpers", "common", "misc", "core", "manager"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_is_a_hall(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_file_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, "the first line of a room says what it is for"
    assert docstring.splitlines()[0].endswith((".", ":", "…"))


def test_no_room_has_a_name_that_says_nothing() -> None:
    assert not [path for path in SOURCES if path.stem in NOT_ROOMS or path.parent.name in NOT_ROOMS]


@pytest.mark.parametrize("floor", [path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()], ids=name_of)
def test_a_floors_signpost_is_short(floor: Path) -> None:
    lines = (floor / "__init__.py").read_text(encoding="utf-8").splitlines()
    assert 0 < len(lines) <= 10


def test_the_contracts_list_every_screen() -> None:
    screens = {
        f"hospitality_desk.gui.{folder.name}"
        for folder in (PACKAGE / "gui").iterdir()
        if (folder / "__init__.py").exists() and folder.name != "widgets"
    }
    assert screens == set(CONTRACTS["screens-are-strangers"]["modules"])


def test_the_contracts_name_every_floor_below_the_window() -> None:
    floors = {f"hospitality_desk.{path.name}" for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert floors - {"hospitality_desk.gui"} == set(CONTRACTS["qt-only-in-gui"]["source_modules"])


def imports_inside_functions() -> Iterator[tuple[Path, ast.stmt, str]]:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for inner in ast.walk(function):
                    if isinstance(inner, ast.Import | ast.ImportFrom):
                        yield path, inner, text


def test_a_late_import_gives_its_reason() -> None:
    """The reason stands in a comment on the line, or within the three lines above its block."""
    silent = []
    for path, inner, text in imports_inside_functions():
        lines = text.splitlines()
        above = lines[max(0, inner.lineno - 9) : inner.lineno]
        if not any("#" in line for line in above) and "#" not in lines[inner.lineno - 1]:
            silent.append(f"{name_of(path)}:{inner.lineno}")
    assert not silent


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """`_(f"…")` and `_("…" + x)` never find their catalogue entry."""
    wrong = []
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_gettext = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
            if is_gettext and isinstance(call.args[0], ast.JoinedStr | ast.BinOp):
                wrong.append(f"{name_of(path)}:{call.lineno}")
    assert not wrong


def test_every_refusal_passes_through_words() -> None:
    """Errors that a person reads never carry a bare string."""
    bare = []
    kinds = {"Refused", "WrongUse", "StoreUnreachable", "StoreBusy", "StoreDamaged", "FileTrouble"}
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in kinds:
                first = call.args[0] if call.args else None
                if isinstance(first, ast.Constant | ast.JoinedStr):
                    bare.append(f"{name_of(path)}:{call.lineno}")
    assert not bare


def test_words_of_the_trade() -> None:
    """Sentences speak of guests and problems, never of tickets and customers."""
    wrong = re.compile(r"\b(ticket|customer|complaint|escalat\w+|resolve[sd]?|submit|user|users)\b|!", re.IGNORECASE)
    bad = []
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_words = (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Name)
                and call.func.id in {"_", "N_", "ngettext"}
            )
            if is_words:
                for said in call.args:
                    if isinstance(said, ast.Constant) and isinstance(said.value, str) and wrong.search(said.value):
                        bad.append(f"{name_of(path)}:{call.lineno}: {said.value}")
    assert not bad


def run_python(say: str) -> str:
    done = subprocess.run([sys.executable, "-c", say], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_core_needs_no_qt() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in SOURCES
        if path.relative_to(PACKAGE).parts[0] not in {"gui", "__main__.py"} and "migrations" not in path.parts
    ]
    say = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "assert not [m for m in sys.modules if m.startswith('PySide6.')]"
    )
    run_python(say)


def test_a_command_alone_needs_no_store() -> None:
    """The window's first paint must not wait for the store's libraries."""
    say = (
        "import sys\n"
        "import hospitality_desk.commands.catalogue, hospitality_desk.station.station\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'psycopg') if m in sys.modules])"
    )
    assert run_python(say).strip() == "[]"
