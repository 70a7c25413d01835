"""The marks that a command was done, with what it answered: the same command again is the same act."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select

from hospitality_desk.domain.ids import CommandId, PersonId
from hospitality_desk.domain.json_form import Json, canonical
from hospitality_desk.storage.tables import done_commands

Answer = Mapping[str, Json]


def find(connection: Connection, command_id: CommandId) -> Answer | None:
    """Return what the command answered when it was done, or None."""
    written = connection.execute(
        select(done_commands.c.answer).where(done_commands.c.command_id == command_id)
    ).scalar_one_or_none()
    return None if written is None else dict(json.loads(written))


def done_at(connection: Connection, command_id: CommandId) -> datetime | None:
    """Return when the command was done, or None."""
    return connection.execute(
        select(done_commands.c.done_at).where(done_commands.c.command_id == command_id)
    ).scalar_one_or_none()


def mark(connection: Connection, command_id: CommandId, kind: str, by: PersonId, at: datetime, answer: Answer) -> None:
    """Mark the command as done, inside its own transaction."""
    row = {"command_id": command_id, "kind": kind, "actor_id": by, "done_at": at, "answer": canonical(answer)}
    connection.execute(insert(done_commands), row)
