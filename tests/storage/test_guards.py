"""History attacked by raw SQL, on both stores: nothing rewrites it, and a check sees what gets past."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from hospitality_desk.commands.stories import StartStory
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import StoryId, new_id
from hospitality_desk.storage.guards import SAYS
from hospitality_desk.storage.tables import metadata
from tests.helpers.evening import Evening

KEPT = {"entries": "seq", "payloads": "seq", "done_commands": "command_id", "change_feed": "seq"}


@pytest.fixture
def written(evening: Evening) -> Evening:
    incident = evening.log()
    evening.note(incident, EntryKind.SAW)
    evening.told(incident)
    evening.do(StartStory, story_id=StoryId(new_id()), title="A coat")
    return evening


def writer(evening: Evening) -> Engine:
    return evening.desk._store._writer


def run(evening: Evening, say: str) -> None:
    with writer(evening).begin() as connection:
        connection.execute(text(say))


def is_sound(evening: Evening) -> dict[str, bool]:
    return {check.name: check.ok for check in evening.desk.check()}


@pytest.mark.parametrize("table", KEPT)
def test_no_row_is_changed(written: Evening, table: str) -> None:
    column = next(c.name for c in metadata.tables[table].columns if not c.primary_key)
    with pytest.raises(DBAPIError, match=SAYS):
        run(written, f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", [table for table in KEPT if table != "payloads"])
def test_no_row_is_deleted(written: Evening, table: str) -> None:
    with pytest.raises(DBAPIError, match=SAYS):
        run(written, f"DELETE FROM {table}")


@pytest.mark.parametrize("table", KEPT)
def test_no_row_is_replaced_or_emptied(written: Evening, table: str) -> None:
    if written.desk._store.dialect == "sqlite":
        attack = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
    else:
        attack = f"TRUNCATE {table} CASCADE"
    with pytest.raises(DBAPIError, match=SAYS):
        run(written, attack)


def test_no_header_is_replaced_through_its_id(written: Evening) -> None:
    if written.desk._store.dialect != "sqlite":
        pytest.skip("INSERT OR REPLACE is SQLite's")
    run(written, "DELETE FROM payloads WHERE seq = 2")
    columns = "999, entry_id, incident_id, kind, actor_id, recorded_at, commitment, prev, hash"
    with pytest.raises(DBAPIError, match=SAYS):
        run(written, f"INSERT OR REPLACE INTO entries SELECT {columns} FROM entries WHERE seq = 2")


def test_a_done_mark_has_no_hidden_number_to_be_replaced_through(written: Evening) -> None:
    if written.desk._store.dialect != "sqlite":
        pytest.skip("the hidden row id is SQLite's")
    with pytest.raises(DBAPIError, match="rowid"):
        run(written, "INSERT OR REPLACE INTO done_commands (rowid, command_id) VALUES (1, 'x')")


def test_a_hollow_guard_is_seen(written: Evening) -> None:
    if written.desk._store.dialect != "postgresql":
        pytest.skip("guards call a function on PostgreSQL only")
    run(written, "CREATE OR REPLACE FUNCTION hd_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN COALESCE(NEW, OLD); END $$")  # fmt: skip
    run(written, "UPDATE done_commands SET answer = '{}'")
    assert not is_sound(written)["guards"]


@pytest.mark.parametrize(
    ("table", "attack", "seen_by"),
    [
        ("payloads", "UPDATE payloads SET body = '{' WHERE seq = 2", "lists"),
        ("payloads", "UPDATE payloads SET body = '{\"zzz\":1}' WHERE seq = 2", "lists"),
        ("entries", "UPDATE entries SET kind = 'nonsense' WHERE seq = 2", "lists"),
        ("heads", "DELETE FROM heads", "chain"),
        ("change_feed", "DROP TABLE change_feed", "feed"),
    ],
)
def test_damage_that_cannot_be_read_is_found_too(written: Evening, table: str, attack: str, seen_by: str) -> None:
    without_guards(written, table, attack)
    sound = is_sound(written)
    assert not sound[seen_by]
    assert len(sound) == 7


@pytest.mark.parametrize("table", KEPT)
def test_no_upsert_rewrites_a_row(written: Evening, table: str) -> None:
    key = KEPT[table]
    column = next(c.name for c in metadata.tables[table].columns if not c.primary_key)
    attack = (
        f"INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT ({key}) "
        f"DO UPDATE SET {column} = EXCLUDED.{column}"
    )
    with pytest.raises(DBAPIError, match=SAYS):
        run(written, attack)


def test_an_erased_body_leaves_the_chain_whole(written: Evening) -> None:
    run(written, "DELETE FROM payloads WHERE seq = 2")
    checks = {check.name: check for check in written.desk.check()}
    assert checks["chain"].ok
    assert "1 erased" in checks["chain"].detail


def test_a_story_with_an_erased_line_is_passed_over(written: Evening) -> None:
    another = StoryId(new_id())
    written.do(StartStory, story_id=another, title="A hat")
    run(written, "DELETE FROM payloads WHERE seq = (SELECT max(seq) FROM entries WHERE kind = 'story_started')")
    checks = {check.name: check for check in written.desk.check()}
    assert checks["stories"].ok
    assert "1 story" in checks["stories"].detail


def without_guards(evening: Evening, table: str, say: str) -> None:
    """Do what a person with the file or the server in hand can do."""
    with writer(evening).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        else:
            for (name,) in connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t"), {"t": table}
            ).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        connection.exec_driver_sql(say)


@pytest.mark.parametrize(
    ("table", "attack", "seen_by"),
    [
        ("payloads", "UPDATE payloads SET body = replace(body, 'a note', 'nothing') WHERE seq = 3", "chain"),
        ("entries", "UPDATE entries SET actor_id = 'somebody' WHERE seq = 2", "chain"),
        ("entries", "DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)", "chain"),
        ("change_feed", "DELETE FROM change_feed WHERE seq = 2", "feed"),
        ("incidents", "UPDATE incidents SET untold = 7", "lists"),
        ("stories", "UPDATE stories SET status = 'released'", "stories"),
        ("stories", "UPDATE stories SET whole = replace(whole, 'A coat', 'My coat')", "stories"),
        ("stories", "DELETE FROM stories", "stories"),
        ("incidents", "UPDATE incidents SET clock_start = NULL", "lists"),
    ],
)
def test_what_gets_past_the_guards_is_seen(written: Evening, table: str, attack: str, seen_by: str) -> None:
    if "DELETE FROM entries" in attack:
        run(written, "DELETE FROM payloads WHERE seq = (SELECT max(seq) FROM payloads)")
    without_guards(written, table, attack)
    sound = is_sound(written)
    assert not sound[seen_by]
    assert sound["guards"] == (table in ("incidents", "stories"))


def test_a_fresh_house_is_sound(evening: Evening) -> None:
    assert all(is_sound(evening).values())
