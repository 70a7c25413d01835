"""The embedded store's file: who may open it, how it is kept, what is refused in words."""

import os
import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.commands.stories import StartStory
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.clock import SystemClock
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, StoryId, new_id
from hospitality_desk.errors import NoHouseYet, Refused, StoreDamaged, StoreUnreachable, WrongUse
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.queries.incidents import board_rows
from hospitality_desk.queries.stories import story_rows
from hospitality_desk.storage.driver import sqlite_driver, wal_is_safe
from hospitality_desk.storage.migrate import HEAD
from hospitality_desk.storage.places import check_local_disk, check_own_folder
from hospitality_desk.storage.store import make_store, open_store
from hospitality_desk.storage.tables import incidents
from tests.helpers.stores import PostgresTemplate, SqliteTemplate


def log_command(text: str = "cold soup") -> LogIncident:
    return LogIncident(
        command_id=CommandId(new_id()), by=THE_HOUSE, at=SystemClock().now(), incident_id=IncidentId(new_id()),
        entry_id=EntryId(new_id()), text=text, gist=text,
    )  # fmt: skip


def damage(path: Path, say: str) -> None:
    driver = sqlite_driver()
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(say)
    connection.close()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 46, 1), False), ((3, 50, 4), False),
        ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 52, 0), False), ((3, 53, 4), True),
    ],
)  # fmt: skip
def test_wal_only_where_its_fault_is_mended(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_each_driver_keeps_its_own_journal(tmp_path: Path) -> None:
    for standard in (False, True):
        folder = tmp_path / str(standard)
        desk = make_desk(Address(data=folder), standard_sqlite=standard)
        safe = wal_is_safe(sqlite_driver(standard).sqlite_version_info)
        assert desk.versions()["journal"] == ("wal" if safe else "delete")
        desk.do(log_command())
        assert len(desk.ask(board_rows)) == 1
        desk.close()


def test_both_drivers_read_one_file_in_turn(tmp_path: Path, standard_sqlite_template: SqliteTemplate) -> None:
    with standard_sqlite_template.house(tmp_path) as desk:
        desk.do(log_command())
    desk = Desk(open_store(tmp_path / STORE_FILE), SystemClock())
    assert len(desk.ask(board_rows)) == 1
    desk.close()


def test_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        desk = make_desk(Address(data=tmp_path / "house"))
        desk.do(log_command())
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "house").iterdir()}
        assert stat.S_IMODE((tmp_path / "house").stat().st_mode) == 0o700
        desk.close()
    finally:
        os.umask(before)
    assert set(modes.values()) == {0o600}
    assert STORE_FILE in modes


def test_a_house_is_made_once(tmp_path: Path) -> None:
    make_desk(Address(data=tmp_path), name="First").close()
    with pytest.raises(Refused, match="house here already"):
        make_desk(Address(data=tmp_path))
    desk = open_desk(Address(data=tmp_path))
    assert desk.house.name == "First"
    desk.close()


def test_no_house_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoHouseYet, match="init"):
        open_desk(Address(data=tmp_path / "nothing"))
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("junk", [b"not a database at all, only words" * 40, b"\0" * 8192])
def test_junk_is_named_and_left_alone(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / STORE_FILE
    path.write_bytes(junk)
    with pytest.raises(StoreDamaged):
        open_desk(Address(data=tmp_path))
    assert path.read_bytes() == junk


def test_another_programs_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / STORE_FILE
    damage(path, "CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="not ours"):
        open_desk(Address(data=tmp_path))
    with pytest.raises(StoreDamaged, match="not ours"):
        make_desk(Address(data=tmp_path))
    assert path.read_bytes() == before


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    make_desk(Address(data=tmp_path)).close()
    damage(tmp_path / STORE_FILE, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreDamaged, match="newer version"):
        open_desk(Address(data=tmp_path))


def test_the_schema_is_what_the_tables_say(tmp_path: Path, postgres_template: PostgresTemplate) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from hospitality_desk.storage.tables import metadata

    with postgres_template.database() as address:
        for store in (
            make_store(tmp_path / STORE_FILE, SystemClock(), name="x", zone_name="UTC", currency="USD", practice=False),
            open_store(address),
        ):
            with store.read() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": False})
                assert compare_metadata(context, metadata) == []
            store.close()


def test_a_house_of_the_first_version_gets_its_stories(template: SqliteTemplate, tmp_path: Path) -> None:
    """On both stores: everything stays, the first story is number 1, and everything is sound."""
    with template.house(tmp_path / "house") as desk:
        desk.do(log_command("cold soup"))
        store = desk._store
        back = [
            "DROP INDEX ix_tasks_owner_id_to_do", "DROP INDEX ix_tasks_offered_to_id",
            "ALTER TABLE tasks DROP COLUMN offered_to_id", "ALTER TABLE tasks DROP COLUMN out_until",
            "CREATE INDEX ix_tasks_owner_id_open ON tasks (owner_id) WHERE state IN ('open', 'taken')",
            "DROP TABLE stories", "DROP INDEX ix_incidents_guests_of_day", "ALTER TABLE heads DROP COLUMN story_number",
            "UPDATE alembic_version SET version_num = '0001'",
        ]  # fmt: skip
        with store._writer.begin() as connection:
            for say in back:
                connection.execute(text(say))
        again = open_store(str(store._writer.url.render_as_string(hide_password=False)))
        try:
            newer = Desk(again, desk.clock)
            assert len(newer.ask(board_rows)) == 1
            story_id = StoryId(new_id())
            act = {"command_id": CommandId(new_id()), "by": THE_HOUSE, "at": newer.now()}
            newer.do(StartStory(**act, story_id=story_id, title="A coat"))
            assert [row.number for row in newer.ask(story_rows)] == [1]
            assert all(check.ok for check in newer.check())
        finally:
            again.close()


def test_the_newest_step_is_the_head() -> None:
    steps = Path(__file__).parents[2] / "hospitality_desk/storage/migrations/versions"
    assert max(path.name for path in steps.glob("v*.py")).startswith(f"v{HEAD}_")


@pytest.mark.parametrize(
    "address",
    ["mysql://a/b", "sqlite://", "sqlite:///:memory:", "sqlite:///file:x", "sqlite:///x?mode=ro", "postgresql://h/d?options=-c", "postgresql://h/d?sslmode=1&service=x",
     "nonsense", "postgresql://user:secret@host:port/x"],
)  # fmt: skip
def test_strange_addresses_are_refused_without_being_repeated(address: str) -> None:
    with pytest.raises(WrongUse) as caught:
        open_store(address)
    assert "secret" not in caught.value.say
    assert caught.value.say.endswith(".")


def test_a_password_in_the_address_is_refused() -> None:
    with pytest.raises(WrongUse, match="HOSPITALITY_DESK_STORE_PASSWORD") as caught:
        open_store("postgresql+psycopg://host:secret@localhost/house")
    assert "secret" not in caught.value.say


def test_a_server_that_is_away_is_said_in_words() -> None:
    with pytest.raises(StoreUnreachable, match="away"):
        open_store("postgresql+psycopg://nobody@127.0.0.1:9/house")


def test_network_drives_are_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path}/share nfs4 rw 0 0\ndisk / ext4 rw 0 0\n")
    check_local_disk(tmp_path / "own" / STORE_FILE, mounts)
    with pytest.raises(StoreUnreachable, match="network drive"):
        check_local_disk(tmp_path / "share" / STORE_FILE, mounts)
    with pytest.raises(StoreUnreachable, match="network drive"):
        check_local_disk(Path("//server/share") / STORE_FILE, mounts)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_root_leaves_other_peoples_folders_alone(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    os.chown(folder, 12345, 12345)
    with pytest.raises(StoreUnreachable, match="another person"):
        check_own_folder(folder / "new" / "deep" / STORE_FILE)
    with pytest.raises(StoreUnreachable, match="another person"):
        make_desk(Address(data=folder))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("standard", [False, True])
def test_many_writers_lose_nothing(tmp_path: Path, standard: bool) -> None:
    make_desk(Address(data=tmp_path), standard_sqlite=standard).close()
    failed: list[BaseException] = []

    def write() -> None:
        desk = open_desk(Address(data=tmp_path), standard_sqlite=standard)
        try:
            for _ in range(15):
                desk.do(log_command())
        except BaseException as error:  # noqa: BLE001 - any failure of a thread fails the test
            failed.append(error)
        finally:
            desk.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    desk = open_desk(Address(data=tmp_path), standard_sqlite=standard)
    assert sorted(row.number for row in desk.ask(board_rows)) == list(range(1, 61))
    assert all(check.ok for check in desk.check())
    desk.close()


def test_an_empty_server_says_how_to_make_a_house(postgres_template: PostgresTemplate) -> None:
    with postgres_template.database("template0") as address, pytest.raises(NoHouseYet, match="init"):
        open_store(address)


def test_a_house_is_looked_at_while_somebody_writes(tmp_path: Path) -> None:
    """Opening and reading wait for no writer."""
    desk = make_desk(Address(data=tmp_path))
    desk.do(log_command())
    with desk._store.write(SystemClock()):
        other = open_desk(Address(data=tmp_path))
        assert len(other.ask(board_rows)) == 1
        other.close()
    desk.close()


def test_a_reading_is_one_view(template: SqliteTemplate | PostgresTemplate, tmp_path: Path) -> None:
    """What another station commits in the middle of a reading waits for the next one."""
    with template.house(tmp_path / "house") as desk:
        desk.do(log_command())
        with desk._store.read() as connection:
            first = connection.execute(select(func.count()).select_from(incidents)).scalar_one()
            desk.do(log_command())
            assert connection.execute(select(func.count()).select_from(incidents)).scalar_one() == first
        assert len(desk.ask(board_rows)) == 2
