"""Bring a store's schema to this version, or say that it comes from a newer one."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from hospitality_desk.errors import StoreDamaged
from hospitality_desk.storage import guards
from hospitality_desk.words import _

HEAD = "0003"
"""The newest step; a test holds it against the folder of steps."""


def revision(connection: Connection) -> str | None:
    """Return the step a store stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def upgrade(connection: Connection) -> None:
    """Run the missing steps and put the guards on, all in the caller's transaction.

    Raises StoreDamaged, with nothing changed, when the store was made by a newer version.
    """
    # Imported here for start-up cost: a store that is up to date never needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    now = revision(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if now is not None and now not in known:
        raise newer()
    command.upgrade(config, "head")
    guards.install(connection)


def newer() -> StoreDamaged:
    """Return the refusal of a store that a newer version made."""
    return StoreDamaged(
        _("This store was made by a newer version of Hospitality Desk. Please update. Nothing was changed.")
    )
