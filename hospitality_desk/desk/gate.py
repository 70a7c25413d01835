"""Let every text of a command through the one gate, and say what the gate took."""

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from hospitality_desk.commands.base import NAME, TEXT
from hospitality_desk.domain.text import LONGEST, CleanText, clean_name, clean_text
from hospitality_desk.words import _, ngettext

Cleaned = TypeVar("Cleaned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What the gate took from the texts of one command."""

    cut: int = 0
    masked: int = 0

    def sentences(self) -> tuple[str, ...]:
        """Return what the writer should hear, nothing when nothing was taken."""
        said: list[str] = []
        if self.cut:
            say = _("{kept:,} of {all:,} characters kept; the text was longer than we can keep.")
            said.append(say.format(kept=LONGEST, all=LONGEST + self.cut))
        if self.masked:
            say = ngettext(
                "A card number was not kept, only its last digits.",
                "{n} card numbers were not kept, only their last digits.",
                self.masked,
            )
            said.append(say.format(n=self.masked))
        return tuple(said)


def through_gate(thing: Cleaned) -> tuple[Cleaned, Taken]:
    """Return the command with its texts and names cleaned, and what was taken."""
    changed: dict[str, object] = {}
    cut = masked = 0
    kind: Any = type(thing)  # Any: mypy takes no type for a cached function
    for name, gate in _gated(kind):
        value = getattr(thing, name)
        if isinstance(value, str) and gate is not None:
            cleaned: CleanText = clean_name(value) if gate == NAME else clean_text(value)
            cut, masked = max(cut, cleaned.cut), masked + cleaned.masked
            changed[name] = cleaned.text
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            passed = [through_gate(each) for each in value]
            changed[name] = tuple(each for each, _taken in passed)
            cut = max(cut, *(taken.cut for _each, taken in passed))
            masked += sum(taken.masked for _each, taken in passed)
    if changed:
        thing = replace(thing, **changed)  # type: ignore[type-var] # every command is a dataclass
    return thing, Taken(cut=cut, masked=masked)


@cache
def _gated(kind: Any) -> tuple[tuple[str, str | None], ...]:
    """Return the fields that hold texts (with their gate), or tuples (with None). Any: mypy knows no type of types."""
    hints = get_type_hints(kind, include_extras=True)
    found: list[tuple[str, str | None]] = []
    for each in fields(kind):
        gate = _gate_of(hints[each.name])
        if gate is not None or get_origin(hints[each.name]) is tuple:
            found.append((each.name, gate))
    return tuple(found)


def _gate_of(hint: Any) -> str | None:
    """Return TEXT or NAME where the annotation says so, also inside `... | None` (Any: an annotation is no type)."""
    if get_origin(hint) is Annotated:
        return next((mark for mark in get_args(hint)[1:] if mark in (TEXT, NAME)), None)
    return (
        next((gate for gate in map(_gate_of, get_args(hint)) if gate), None) if get_origin(hint) is not tuple else None
    )
