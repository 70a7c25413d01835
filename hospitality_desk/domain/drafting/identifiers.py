"""All that points at a person in one problem: what ever stood in its fields, the house's people, the day's guests."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.entries import Changed
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.promises import happened_order
from hospitality_desk.domain.similar_words import ENGLISH, name_words
from hospitality_desk.domain.staff import Person, Role
from hospitality_desk.words import N_, _

_ROLES = {
    Role.HOST: N_("the host"),
    Role.SERVER: N_("the server"),
    Role.MANAGER: N_("the manager"),
    Role.TRAINER: N_("the trainer"),
}
_FURTHER = (N_("a colleague"), N_("another colleague"), N_("a third colleague"), N_("one more colleague"))
"""What the second, third… person of a role is called in the same story, so that two are never one."""
_FIELDS = ("guest", "phone", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the store knows around a problem: everybody who is or was here, the day's other guests, the house's name.

    `elsewhere` are the problems that notes were moved here from: those notes may speak of their guests.
    """

    people: tuple[Person, ...] = ()
    elsewhere: tuple[Incident, ...] = ()
    guests_of_the_day: tuple[str, ...] = ()
    house_name: str = ""


def known_of(incident: Incident | None, around: Surroundings) -> tuple[Known, ...]:
    """Return what must not stand in a story of this problem (or of none), each with the words for its place.

    The same value is named once, the problem's own fields first.
    """
    own = [] if incident is None else [*_guest(incident), *_numbers(incident), *_places(incident)]
    staff = _staff(around.people, [] if incident is None else _in_order(incident))
    others = [_name(guest, _("another guest")) for guest in around.guests_of_the_day if name_words(guest, ENGLISH)]
    house = [Known(value=around.house_name, type=FindType.PLACE, replacement=_("the house"))]
    moved = [each for other in around.elsewhere for each in (*_others(other), *_numbers(other), *_places(other))]
    return tuple(_once(each for each in (*own, *staff, *moved, *others, *house) if each.value.strip()))


def _once(found: Iterable[Known]) -> Iterable[Known]:
    seen: set[str] = set()
    for each in found:
        if each.value not in seen:
            seen.add(each.value)
            yield each


def _ever(incident: Incident, field: str) -> list[str]:
    """Return everything that ever stood in a field of the problem, what stands there now first."""
    values: list[str | None] = [getattr(incident, field)]
    for line in incident.lines:
        if isinstance(line.body, Changed):
            values += [side for each in line.body.changes if each.field == field for side in (each.new, each.old)]
    return [value for value in dict.fromkeys(values) if value]


def _name(value: str, replacement: str) -> Known:
    return Known(value=value, type=FindType.NAME, replacement=replacement)


def _guest(incident: Incident) -> list[Known]:
    """Return the guest's names; a guest who is no one in particular ("Walk-in") has none."""
    return [_name(value, _("the guest")) for value in _ever(incident, "guest") if name_words(value, ENGLISH)]


def _others(incident: Incident) -> list[Known]:
    return [replace(each, replacement=_("another guest")) for each in _guest(incident)]


def _numbers(incident: Incident) -> list[Known]:
    phones = [Known(value=each, type=FindType.PHONE, replacement="") for each in _ever(incident, "phone")]
    source = incident.source_id
    return [*phones, *([Known(value=source, type=FindType.NUMBER, replacement="")] if source else [])]


def _places(incident: Incident) -> list[Known]:
    return [
        Known(value=value, type=FindType.PLACE, replacement=_area(value))
        for value in _ever(incident, "place")
        if any(char.isdigit() for char in value) or len(value.split()) > 1
    ]


def _area(place: str) -> str:
    """Return the kind of place without its number: "Table 12" is a table, "Bar 5" the bar, anything else a place."""
    word = re.sub(r"[\W\d_]+", " ", place).strip().casefold()
    areas = {
        "table": _("a table"), "room": _("a room"), "suite": _("a room"), "bar": _("the bar"),
        "garden": _("the garden"), "terrace": _("the terrace"),
    }  # fmt: skip
    return areas.get(word, _("a place"))


def _in_order(incident: Incident) -> list[PersonId]:
    """Return who wrote the standing notes, in the order things happened; who owns it comes first."""
    notes = sorted((note for note in incident.notes if note.counts), key=happened_order)
    acting = [incident.owner or incident.logged_by, *(note.by for note in notes)]
    return list(dict.fromkeys(acting))


def _staff(people: Collection[Person], acting: list[PersonId]) -> list[Known]:
    """Return everybody's name with what they are called here: the first of a role by it, all others as colleagues."""
    by_id = {person.person_id: person for person in people if not person.is_the_house}
    in_order = [*(each for each in acting if each in by_id), *(each for each in by_id if each not in acting)]
    taken: set[Role] = set()
    further = iter(_FURTHER)
    found: list[Known] = []
    for person_id in in_order:
        person = by_id[person_id]
        if person_id in acting and person.role not in taken:
            taken.add(person.role)
            called = _(_ROLES[person.role])
        elif person_id in acting:
            called = _(next(further, _FURTHER[-1]))
        else:
            called = _(_FURTHER[0])
        found.append(_name(person.name, called))
    return found
