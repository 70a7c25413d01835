"""Our own dataclasses as plain JSON and back: commands for the outbox, entries for the journal."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hospitality_desk.domain.clock import iso

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
Made = TypeVar("Made")


def to_json(thing: object) -> Json:
    """Return the plain form; a field that is None, False or empty is left out of its object."""
    if thing is None or isinstance(thing, bool | int):
        return thing
    if isinstance(thing, StrEnum):
        return thing.value
    if isinstance(thing, str):
        return str(thing)
    if isinstance(thing, datetime):
        return iso(thing)
    if isinstance(thing, tuple | frozenset | list):
        return [to_json(each) for each in thing]
    if is_dataclass(thing):
        pairs = ((each.name, getattr(thing, each.name)) for each in fields(thing))
        return {name: to_json(value) for name, value in pairs if not _is_blank(value)}
    raise TypeError(f"no JSON form for {type(thing).__name__}")


def _is_blank(value: object) -> bool:
    return value is None or value is False or value == ()


def from_json(kind: type[Made], form: Json) -> Made:
    """Build the dataclass from its plain form; raises ValueError when the form does not fit."""
    return cast(Made, _build(kind, form))


def canonical(form: object) -> str:
    """Write JSON one way only (sorted keys, no spaces, letters as they are), so that it can be hashed."""
    return json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, form: Json) -> object:
    """Build a value of the annotated type `kind` (Any: an annotation is no type mypy can name)."""
    origin = get_origin(kind)
    if origin in (UnionType, Union):
        return None if form is None else _build(next(each for each in get_args(kind) if each is not NoneType), form)
    if origin in (tuple, frozenset):
        if not isinstance(form, list):
            raise ValueError("a list was expected")
        return origin(_build(get_args(kind)[0], each) for each in form)
    supertype = getattr(kind, "__supertype__", None)
    if supertype is not None:
        return _build(supertype, form)
    if is_dataclass(kind):
        return _build_dataclass(cast(type, kind), form)
    if kind is datetime:
        return datetime.fromisoformat(_text(form))
    if issubclass(kind, StrEnum):
        return kind(_text(form))
    if not isinstance(form, kind) or (kind is int and isinstance(form, bool)):
        raise ValueError(f"{kind.__name__} was expected")
    return form


def _build_dataclass(kind: type, form: Json) -> object:
    if not isinstance(form, dict):
        raise ValueError("an object was expected")
    hints = _hints(kind)
    unknown = form.keys() - {each.name for each in fields(kind)}
    if unknown:
        raise ValueError(f"unknown field {sorted(unknown)[0]}")
    blanks: dict[str, object] = {
        each.name: _blank_of(hints[each.name]) for each in fields(kind) if each.name not in form
    }
    built = {name: _build(hints[name], value) for name, value in form.items()}
    return kind(**{name: value for name, value in blanks.items() if value is not _REQUIRED}, **built)


_REQUIRED = object()


def _blank_of(kind: Any) -> object:
    """Return what a left-out field of this type was: None, False, () or missing."""
    if kind is bool:
        return False
    origin = get_origin(kind)
    if origin is tuple:
        return ()
    if origin is frozenset:
        return frozenset()
    if origin in (UnionType, Union) and NoneType in get_args(kind):
        return None
    return _REQUIRED


def _text(form: Json) -> str:
    if not isinstance(form, str):
        raise ValueError("a text was expected")
    return form
