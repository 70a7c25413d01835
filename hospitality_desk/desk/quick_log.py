"""From the line a host typed to the command that logs it: what was read, and what the host put right by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import CommandId, EntryId, IncidentId, PersonId
from hospitality_desk.domain.incidents import PRAISE, Sort, Source
from hospitality_desk.domain.quick_line import LineContext, PartName, ReadLine
from hospitality_desk.domain.regions import region_of
from hospitality_desk.domain.staff import Person
from hospitality_desk.domain.text import clean_text, folded
from hospitality_desk.queries.base import Reading
from hospitality_desk.queries.incidents import known_places
from hospitality_desk.queries.staff import colleagues

ChosenValue = str | int | datetime | None
Chosen = Mapping[PartName, ChosenValue]
"""What a person said about parts of the line; None takes a part away. The owner is a name, the severity its code."""

NOTHING_CHOSEN: Chosen = MappingProxyType({})


def line_context(reading: Reading) -> LineContext:
    """Return what the house knows for reading a line (a query: `desk.ask(line_context)`)."""
    return LineContext(
        now=reading.now,
        zone=reading.house.zone,
        region=region_of(reading.house.zone_name, reading.house.currency),
        people=tuple(person.name for person in colleagues(reading) if person.active),
        places=known_places(reading),
    )


def log_command(
    read: ReadLine,
    people: Iterable[Person],
    *,
    command_id: CommandId,
    incident_id: IncidentId,
    entry_id: EntryId,
    by: PersonId,
    at: datetime,
    source: Source = Source.TOLD,
    sort: Sort = Sort.PROBLEM,
    happened_at: datetime | None = None,
    chosen: Chosen = NOTHING_CHOSEN,
    promise_words: str | None = None,
) -> LogIncident:
    """Return the command for a line as it was read.

    What is in `chosen` wins over the line, and `happened_at` over both. `people` are those a line may be offered to;
    an owner who is none of them owns nothing, and offering to oneself offers nothing. `promise_words` say what was
    promised when its time was chosen by hand.
    """
    kind = _text(read, PartName.KIND, chosen)
    severity = _text(read, PartName.SEVERITY, chosen)
    read_severity = read.first(PartName.SEVERITY)
    promise_by = _moment(read, PartName.PROMISE_BY, chosen)
    party_size = _said(read, PartName.PARTY_SIZE, chosen)
    return LogIncident(
        command_id=command_id,
        incident_id=incident_id,
        entry_id=entry_id,
        by=by,
        at=at,
        text=read.text,
        # A card number is masked here already, or the gate would find it twice and say so.
        gist=clean_text(_without(read, chosen).gist()).text,
        source=source,
        sort=Sort.PRAISE if chosen.get(PartName.KIND) == PRAISE else sort,
        place=_text(read, PartName.PLACE, chosen),
        guest=_text(read, PartName.GUEST, chosen),
        party_size=party_size if isinstance(party_size, int) else None,
        phone=_text(read, PartName.PHONE, chosen),
        severity=None if severity is None else Severity(severity),
        severity_is_a_guess=(PartName.SEVERITY not in chosen and read_severity is not None and not read_severity.sure),
        kind=kind,
        kind_is_a_guess=kind is not None and PartName.KIND not in chosen,
        offer_to=_offered_to(_text(read, PartName.OWNER, chosen), people, by),
        happened_at=happened_at or _moment(read, PartName.HAPPENED_AT, chosen),
        promise_by=promise_by,
        promise_what=None if promise_by is None else promise_words or _promise_words(read, chosen),
    )


def _said(read: ReadLine, name: PartName, chosen: Chosen) -> ChosenValue:
    if name in chosen:
        return chosen[name]
    part = read.first(name)
    return None if part is None else part.value


def _text(read: ReadLine, name: PartName, chosen: Chosen) -> str | None:
    said = _said(read, name, chosen)
    return said if isinstance(said, str) and said else None


def _moment(read: ReadLine, name: PartName, chosen: Chosen) -> datetime | None:
    said = _said(read, name, chosen)
    return said if isinstance(said, datetime) else None


def _without(read: ReadLine, chosen: Chosen) -> ReadLine:
    """Return the line less the parts a person took away: those words tell the problem after all."""
    taken_away = {name for name, value in chosen.items() if value is None}
    return replace(read, parts=tuple(part for part in read.parts if part.part not in taken_away))


def _promise_words(read: ReadLine, chosen: Chosen) -> str | None:
    """Return the promise as it was typed; words that name another time than the one chosen are no use."""
    part = read.first(PartName.PROMISE_BY)
    if part is None or PartName.PROMISE_BY in chosen:
        return None
    return part.raw[:1].upper() + part.raw[1:]


def _offered_to(owner: str | None, people: Iterable[Person], by: PersonId) -> PersonId | None:
    if owner is None:
        return None
    named = next((one for one in people if one.active and folded(one.name) == folded(owner)), None)
    return None if named is None or named.person_id == by else named.person_id


def phone_words(number: str, region: str | None) -> str:
    """Return a phone number as people here write it, in groups: "917 555 0147", or "+44 20 7946 0018" from abroad."""
    import phonenumbers  # the numbering plans cost 16 ms that no start should pay

    try:
        read = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return number
    at_home = region is not None and read.country_code == phonenumbers.country_code_for_region(region)
    writing = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    written: str = phonenumbers.format_number(read, writing)
    return " ".join("".join(one if one.isdecimal() or one == "+" else " " for one in written).split())
