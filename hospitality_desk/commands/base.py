"""What every command is, what comes back, and the catalogue of who handles what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.ids import CommandId, PersonId
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.staff import Permission

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork

TEXT = "text"
NAME = "name"
Text = Annotated[str, TEXT]
"""A text as typed: it passes `clean_text` on its way through the door."""
Name = Annotated[str, NAME]
"""A short field (a place, a name, a title): it passes `clean_name`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One act of one person. The same `command_id` again is the same act, done once.

    `at` is when the person acted (aware, UTC); the store adds when it was recorded.
    """

    sentence: ClassVar[str]
    """What it did, in the past tense and without a name, for undo and for the list of what waits."""

    command_id: CommandId
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a handler gives back: the news, and numbers the caller will want (a JSON object without guest words)."""

    changes: Changes
    answer: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """How one type of command is handled and what its actor must be allowed to do."""

    run: Callable[[Any, UnitOfWork], Done]
    """Any: each handler takes its own type of command, and the catalogue holds them all."""
    needs: Permission


CATALOGUE: dict[type[Command], Handling] = {}
"""Every command there is; filled by `@handles` when the command's room is imported."""

Handled = TypeVar("Handled", bound=Command)


def handles(
    command_type: type[Handled], *, needs: Permission
) -> Callable[[Callable[[Handled, UnitOfWork], Done]], Callable[[Handled, UnitOfWork], Done]]:
    """Register the function that carries out this type of command."""

    def register(run: Callable[[Handled, UnitOfWork], Done]) -> Callable[[Handled, UnitOfWork], Done]:
        if command_type in CATALOGUE:
            raise ValueError(f"{command_type.__name__} is handled twice")
        CATALOGUE[command_type] = Handling(run=run, needs=needs)
        return run

    return register
