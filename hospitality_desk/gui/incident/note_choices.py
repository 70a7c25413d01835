"""What a note will carry besides its words, while it is being typed: kept with the draft, made into the command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.timeline import AddNote, TellGuest
from hospitality_desk.domain.entries import FACT_KINDS, EntryKind, GuestKnows, How
from hospitality_desk.domain.ids import CommandId, EntryId, new_id
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.json_form import Json, from_json, to_json
from hospitality_desk.domain.kind_guess import find_amount, named_kind, typed_amount
from hospitality_desk.errors import Refused
from hospitality_desk.gui.incident.clock_field import read_clock_words
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _


def _command_id() -> CommandId:
    return CommandId(new_id())


def _entry_id() -> EntryId:
    return EntryId(new_id())


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteChoices:
    """The ids are made when the form opens, so that a second try is the same act. What does not fit a kind waits."""

    command_id: CommandId = field(default_factory=_command_id)
    entry_id: EntryId = field(default_factory=_entry_id)
    kind: EntryKind | None = None
    knows: GuestKnows | None = None
    """None: the start state of the kind."""
    rests_on: frozenset[int] = frozenset()
    follows: int | None = None
    keeps: int | None = None
    moves: int | None = None
    tells: frozenset[int] = frozenset()
    promise_by: str = ""
    promise_what: str = ""
    how: How = How.ALOUD
    amount: str | None = None
    """As typed; None: read from the words."""
    happened_at: datetime | None = None
    """None: now."""
    sent: str | None = None
    """The words that went out first under these ids, while we do not know that they were refused."""

    def to_json(self) -> dict[str, Json]:
        """Return the form kept with the draft."""
        form = to_json(self)
        return form if isinstance(form, dict) else {}

    @classmethod
    def from_json(cls, form: dict[str, Json]) -> NoteChoices:
        """Read the form kept with the draft; what cannot be read is as if nothing was chosen."""
        try:
            return from_json(cls, form)
        except (KeyError, ValueError, TypeError):
            return cls()

    def again(self) -> NoteChoices:
        """Return the same choices as another act: the words went on after the first was sent."""
        return replace(self, command_id=_command_id(), entry_id=_entry_id(), sent=None)

    def after(self, text: str, saved: str | None) -> tuple[str, NoteChoices]:
        """Return the words of `text` that are not saved yet, and the choices of another act for them.

        `saved` is None where it was saved before: then it is what was sent first.
        """
        saved = saved or self.sent or text
        if text.startswith(saved):
            return text[len(saved) :].lstrip(), NoteChoices()
        return text, self.again()

    def with_typed(self, text: str, typed: str, since: NoteChoices) -> tuple[str, NoteChoices]:
        """Return this draft with the words that were typed, and the choices made, before it was read."""
        if since.sent is not None:  # those words are under way: they go, and the draft stays
            return f"{typed}\n{text}", since
        choices = replace(self, kind=since.kind or self.kind, tells=self.tells | since.tells)
        return (f"{text}\n{typed}" if typed else text), choices

    def minor_amount(self, text: str, currency: str) -> int | None:
        """Return the sum in minor units, from its field or from the words; None for none or what is no sum."""
        if self.amount is None:
            return find_amount(text, currency)
        return typed_amount(self.amount, currency)

    def command(self, text: str, kind: EntryKind, scene: Scene) -> Callable[..., Command]:
        """Return the command that lacks only id, actor and time; raises a KnownError for a time or sum nobody reads."""
        incident = scene.incident
        named = named_kind(text)
        words = text[named.start :] if named is not None and named.kind == kind else text
        if kind == EntryKind.TOLD:
            return self._told(words, incident, scene)
        return partial(
            AddNote,
            incident_id=incident.incident_id,
            entry_id=self.entry_id,
            kind=kind,
            text=words,
            happened_at=self.happened_at,
            rests_on=_standing(self.rests_on, incident) if kind == EntryKind.THINK else (),
            follows=_one_standing(self.follows, incident) if kind == EntryKind.DID else None,
            guest_knows=self.knows if kind in FACT_KINDS else None,
            keeps=self.keeps if kind == EntryKind.DID else None,
            amount=self._checked_amount(text, scene) if kind == EntryKind.COST else None,
        )

    def _told(self, words: str, incident: Incident, scene: Scene) -> Callable[..., Command]:
        return partial(
            TellGuest,
            incident_id=incident.incident_id,
            entry_id=self.entry_id,
            text=words,
            happened_at=self.happened_at,
            tells=_standing(self.tells, incident),
            promise_what=self.promise_what.strip() or None,
            promise_by=read_clock_words(self.promise_by, scene.now, scene.zone, last=False),
            keeps=self.keeps,
            moves=self.moves,
            how=self.how,
        )

    def _checked_amount(self, text: str, scene: Scene) -> int | None:
        minor = self.minor_amount(text, scene.currency)
        if minor is None and (self.amount or "").strip():
            raise Refused(_("That sum cannot be read. Write it like 64 or 64.50."))
        return minor


def _standing(numbers: frozenset[int], incident: Incident) -> tuple[int, ...]:
    return tuple(n for n in sorted(numbers) if _one_standing(n, incident) is not None)


def _one_standing(n: int | None, incident: Incident) -> int | None:
    note = incident.note(n) if n is not None else None
    return n if note is not None and note.counts else None
