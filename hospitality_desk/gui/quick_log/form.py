"""What the quick log holds besides its words: the ids of the act to come, who told us, what was put right by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hospitality_desk.desk.quick_log import Chosen, ChosenValue
from hospitality_desk.domain.clock import in_utc, iso
from hospitality_desk.domain.ids import CommandId, EntryId, IncidentId, new_id
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.quick_line import PartName, ReadLine
from hospitality_desk.domain.text import clean_text

_AT = "at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person said of one part; a value of None leaves the part out as long as it reads `raw`."""

    value: ChosenValue
    raw: str | None


@dataclass(slots=True, kw_only=True)
class Form:
    """One act being prepared. Its ids are made with it, so that sending it twice is one act."""

    command_id: CommandId = field(default_factory=lambda: CommandId(new_id()))
    incident_id: IncidentId = field(default_factory=lambda: IncidentId(new_id()))
    entry_id: EntryId = field(default_factory=lambda: EntryId(new_id()))
    source: Source = Source.TOLD
    corrections: dict[PartName, Correction] = field(default_factory=dict)
    cursor: int = 0
    apart: set[IncidentId] = field(default_factory=set)
    """The problems this line is not, says the person."""
    add_command_id: CommandId = field(default_factory=lambda: CommandId(new_id()))
    add_entry_id: EntryId = field(default_factory=lambda: EntryId(new_id()))
    filled_id: EntryId = field(default_factory=lambda: EntryId(new_id()))
    adding_to: IncidentId | None = None
    """The open problem these three ids were last sent for: adding to another one is another act."""
    sent: str | None = None
    """Which words were sent without our learning what became of them, as a fingerprint."""

    def note_sent(self, text: str) -> None:
        """Remember which words go out under these ids: until an answer comes, it may be a yes."""
        self.sent = self.sent or _fingerprint(text)

    def note_refused(self) -> None:
        """Forget which words were sent: the store did not take them, that is sure."""
        self.sent = None

    def was_sent_otherwise(self, text: str) -> bool:
        """Tell whether other words than these went out under the same ids before."""
        return self.sent is not None and self.sent != _fingerprint(text)

    def renew(self) -> None:
        """Make it another act with the same choices: what it was before is logged."""
        fresh = Form()
        self.command_id, self.incident_id, self.entry_id = fresh.command_id, fresh.incident_id, fresh.entry_id
        self._renew_adding()
        self.sent = None

    def add_to(self, incident_id: IncidentId) -> None:
        """Prepare to add the line to this problem; the same one again is the same act."""
        if self.adding_to not in (None, incident_id):
            self._renew_adding()
        self.adding_to = incident_id

    def _renew_adding(self) -> None:
        fresh = Form()
        self.add_command_id, self.add_entry_id, self.filled_id = (
            fresh.add_command_id,
            fresh.add_entry_id,
            fresh.filled_id,
        )
        self.adding_to = None

    def correct(self, name: PartName, value: ChosenValue, read: ReadLine) -> None:
        """Take in what a person says of a part; None leaves it out."""
        part = read.first(name)
        if value is None and part is None:
            self.corrections.pop(name, None)
        else:
            self.corrections[name] = Correction(value=value, raw=None if part is None else part.raw)

    def chosen(self, read: ReadLine) -> Chosen:
        """Return what was said by hand; leaving a part out lapses once the line says something else there."""
        said: dict[PartName, ChosenValue] = {}
        for name, correction in self.corrections.items():
            part = read.first(name)
            if correction.value is not None or (part is not None and part.raw == correction.raw):
                said[name] = correction.value
        return said

    def written(self) -> dict[str, Json]:
        """Return it for the draft."""
        return {
            "command_id": self.command_id,
            "incident_id": self.incident_id,
            "entry_id": self.entry_id,
            "source": self.source.value,
            "cursor": self.cursor,
            "sent": self.sent,
            "apart": [*sorted(self.apart)],
            "add_command_id": self.add_command_id,
            "add_entry_id": self.add_entry_id,
            "filled_id": self.filled_id,
            "adding_to": self.adding_to,
            "corrections": {
                name.value: {"value": _written(correction.value), "raw": correction.raw}
                for name, correction in self.corrections.items()
            },
        }


def read_form(written: Mapping[str, Json]) -> Form:
    """Return the form of a draft. What cannot be read in it starts afresh; the words are kept apart and never lost."""
    form = Form()
    ids = [written.get(name) for name in ("command_id", "incident_id", "entry_id")]
    command_id, incident_id, entry_id = ids
    if isinstance(command_id, str) and isinstance(incident_id, str) and isinstance(entry_id, str):
        form.command_id, form.incident_id = CommandId(command_id), IncidentId(incident_id)
        form.entry_id = EntryId(entry_id)
    adding = [written.get(name) for name in ("add_command_id", "add_entry_id", "filled_id")]
    add_command_id, add_entry_id, filled_id = adding
    if isinstance(add_command_id, str) and isinstance(add_entry_id, str) and isinstance(filled_id, str):
        form.add_command_id, form.add_entry_id = CommandId(add_command_id), EntryId(add_entry_id)
        form.filled_id = EntryId(filled_id)
        adding_to = written.get("adding_to")
        form.adding_to = IncidentId(adding_to) if isinstance(adding_to, str) else None
    apart = written.get("apart")
    form.apart = {IncidentId(each) for each in apart if isinstance(each, str)} if isinstance(apart, list) else set()
    form.source = next((one for one in Source if one.value == written.get("source")), Source.TOLD)
    cursor = written.get("cursor")
    form.cursor = cursor if isinstance(cursor, int) else 0
    sent = written.get("sent")
    form.sent = sent if isinstance(sent, str) else None
    corrections = written.get("corrections")
    for name in PartName if isinstance(corrections, dict) else ():
        kept = corrections.get(name.value) if isinstance(corrections, dict) else None
        if isinstance(kept, dict):
            raw = kept.get("raw")
            value = _read(kept.get("value"))
            form.corrections[name] = Correction(value=value, raw=raw if isinstance(raw, str) else None)
    return form


def _fingerprint(text: str) -> str:
    return hashlib.sha256(clean_text(text).text.encode()).hexdigest()


def _written(value: ChosenValue) -> Json:
    return {_AT: iso(value)} if isinstance(value, datetime) else value


def _read(value: Json) -> ChosenValue:
    if isinstance(value, dict):
        moment = value.get(_AT)
        try:
            return in_utc(datetime.fromisoformat(moment)) if isinstance(moment, str) else None
        except ValueError:
            return None
    return value if isinstance(value, str | int) else None
