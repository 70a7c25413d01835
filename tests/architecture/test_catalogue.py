"""Every command is complete: frozen, described, permitted, told in the past tense, and the same after a round trip."""

import dataclasses
from datetime import UTC, datetime
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.catalogue import CATALOGUE, ROOMS
from hospitality_desk.desk.gate import through_gate
from hospitality_desk.domain.entries import BODY_OF, EntryKind
from hospitality_desk.domain.json_form import from_json, to_json
from hospitality_desk.domain.staff import Permission

MOMENT = datetime(2026, 11, 20, 17, 32, 1, 500, tzinfo=UTC)


def sample(hint: Any) -> object:
    """Return some value of an annotated type, never its blank."""
    origin = get_origin(hint)
    if origin is tuple:
        return (sample(get_args(hint)[0]),)
    if origin is not None and type(None) in get_args(hint):
        return sample(next(each for each in get_args(hint) if each is not type(None)))
    if hasattr(hint, "__supertype__"):
        return "an id"
    if dataclasses.is_dataclass(hint):
        return made(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, str) and hint is not str:
        return next(iter(hint))  # type: ignore[call-overload]
    return {str: "Zoë\0 “12”", int: 12, bool: True, datetime: MOMENT}[hint]


def made(kind: type) -> Any:
    hints = get_type_hints(kind)
    return kind(**{each.name: sample(hints[each.name]) for each in dataclasses.fields(kind)})


def test_the_rooms_hold_every_command() -> None:
    found = {
        thing
        for room in ROOMS
        for thing in vars(room).values()
        if isinstance(thing, type) and issubclass(thing, Command) and thing is not Command
    }
    assert found == set(CATALOGUE)
    assert len(found) >= 20


@pytest.mark.parametrize("command_type", CATALOGUE, ids=lambda each: each.__name__)
class TestEveryCommand:
    def test_is_frozen_with_slots(self, command_type: type[Command]) -> None:
        assert command_type.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert "__slots__" in vars(command_type)

    def test_says_what_it_does_as_an_order(self, command_type: type[Command]) -> None:
        first = (command_type.__doc__ or "").splitlines()[0]
        assert first.endswith((".", ";"))
        assert not first.startswith(command_type.__name__), "a docstring of its own, not the generated one"

    def test_has_a_sentence_in_the_past_tense(self, command_type: type[Command]) -> None:
        assert command_type.sentence.endswith(".")
        assert "{" not in command_type.sentence

    def test_needs_a_permission(self, command_type: type[Command]) -> None:
        assert isinstance(CATALOGUE[command_type].needs, Permission)

    def test_survives_the_outbox(self, command_type: type[Command]) -> None:
        command = made(command_type)
        assert from_json(command_type, to_json(command)) == command

    def test_blank_fields_survive_too(self, command_type: type[Command]) -> None:
        required = {
            each.name: sample(get_type_hints(command_type)[each.name])
            for each in dataclasses.fields(command_type)
            if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
        }
        command = command_type(**required)
        assert from_json(command_type, to_json(command)) == command

    def test_every_text_passes_the_gate(self, command_type: type[Command]) -> None:
        """Only ids, and words of a fixed list, may be plain str; all else is Text or Name."""
        assert not plain_texts(command_type)
        cleaned = through_gate(made(command_type))[0]
        kept = {name: form for name, form in to_json(cleaned).items() if name != "problems"}  # type: ignore[union-attr]
        assert "\0" not in str(kept)
        for problem in getattr(cleaned, "problems", ()):
            assert "\0" not in str({**to_json(problem), "source_key": ""})  # type: ignore[dict-item]


def plain_texts(kind: type) -> set[str]:
    """Return the fields of a command, and of what it holds, that no gate looks at."""
    hints = get_type_hints(kind, include_extras=True)
    found: set[str] = set()
    for each in dataclasses.fields(kind):
        hint = hints[each.name]
        if hint in (str, str | None):
            found.add(each.name)
        inner = get_args(hint)[0] if get_origin(hint) is tuple else None
        if dataclasses.is_dataclass(inner):
            found |= plain_texts(inner)  # type: ignore[arg-type]
    return found - {"source_key"}  # a hash, made by the reader of the file


@pytest.mark.parametrize("kind", EntryKind)
def test_every_entry_has_a_body_that_survives_the_journal(kind: EntryKind) -> None:
    body = made(BODY_OF[kind])
    assert from_json(BODY_OF[kind], to_json(body)) == body
