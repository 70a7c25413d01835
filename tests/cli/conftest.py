"""The command line as a person at a shell has it: words in, standard output, standard error and a number back."""

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hospitality_desk.__main__ import main

START = "2026-11-20T12:30:00-05:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What one run of the command line came to."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one document --json prints; anything else on standard output is a fault."""
        lines = self.out.splitlines()
        assert len(lines) == 1, self.out
        return json.loads(lines[0])


class Cli:
    """Runs commands in this process, on a folder of its own. `store` is the address of a shared store."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.data = data
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self._monkeypatch.setenv("HOSPITALITY_DESK_DATA", str(data))
        self.now(START)
        self.store(None)

    def now(self, moment: str | None) -> None:
        """Set the clock: ISO 8601, or a local time of the evening's day."""
        if moment is None:
            self._monkeypatch.delenv("HOSPITALITY_DESK_NOW", raising=False)
        else:
            full = moment if "T" in moment else f"2026-11-20T{moment:0>5}:00-05:00"
            self._monkeypatch.setenv("HOSPITALITY_DESK_NOW", full)

    def store(self, address: str | None) -> None:
        if address is None:
            self._monkeypatch.delenv("HOSPITALITY_DESK_STORE", raising=False)
        else:
            self._monkeypatch.setenv("HOSPITALITY_DESK_STORE", address)

    def run(self, *words: str, stdin: bytes = b"") -> Ran:
        """Run one command."""
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capsys.readouterr()
        status = main(words)
        captured = self._capsys.readouterr()
        assert captured.err.count("\n") <= 2, captured.err
        return Ran(status=status, out=captured.out, err=captured.err)

    def ok(self, *words: str, stdin: bytes = b"", who: str | None = None) -> Any:
        """Run one command that must be done, and return its document."""
        named = () if who is None else ("--as", who)
        ran = self.run("--json", *named, *words, stdin=stdin)
        assert (ran.status, ran.err) == (0, ""), ran
        return ran.document

    def refused(self, *words: str, stdin: bytes = b"", who: str | None = None) -> str:
        """Run one command that must be refused, and return the one sentence it says."""
        named = () if who is None else ("--as", who)
        ran = self.run("--json", *named, *words, stdin=stdin)
        assert ran.status == 1, ran
        assert list(ran.document) == ["refused", "missing"]
        assert ran.err == " ".join(ran.document["refused"].split()) + "\n"
        return str(ran.document["refused"])

    def misused(self, *words: str, stdin: bytes = b"") -> str:
        """Run one command that is put together wrongly, and return the one line it says."""
        ran = self.run("--json", *words, stdin=stdin)
        assert (ran.status, ran.out) == (2, ""), ran
        assert ran.err.count("\n") == 1
        return ran.err


@pytest.fixture
def bare(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """No house yet."""
    return Cli(tmp_path / "desk", capsys, monkeypatch)


@pytest.fixture
def cli(bare: Cli) -> Cli:
    """A practice house in New York, nobody in it yet."""
    bare.ok("init", "--practice", "--house", "Northgate House", "--timezone", "America/New_York", "--currency", "USD")
    return bare


@pytest.fixture
def staffed(cli: Cli) -> Cli:
    """The same with Dana (manager), Carlo, Ana and Tom."""
    add_people(cli)
    return cli


def add_people(cli: Cli) -> None:
    cli.ok("people", "add", "Dana", "--role", "manager")
    cli.ok("people", "add", "Carlo", "--role", "host", who="Dana")
    cli.ok("people", "add", "Ana", "--role", "server", who="Dana")
    cli.ok("people", "add", "Tom", "--role", "server", who="Dana")


@pytest.fixture
def problem(staffed: Cli) -> Cli:
    """The same with one problem, #1, which Carlo logged at 12:32."""
    staffed.now("12:32")
    staffed.ok("log", "t12 Ms Rivera: the soup is cold", who="Carlo")
    return staffed
