"""Who is here."""

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.staff import Person
from hospitality_desk.domain.text import folded
from hospitality_desk.queries.base import Reading
from hospitality_desk.storage.people import people_of


def colleagues(reading: Reading) -> tuple[Person, ...]:
    """Return everybody who is or was here, by name, without the house itself."""
    return tuple(person for person in people_of(reading.connection) if not person.is_the_house)


def person_named(reading: Reading, name: str) -> Person | None:
    """Return the active colleague of that name, whatever its case and accents; None when there is none."""
    wanted = folded(name)
    return next((p for p in colleagues(reading) if p.active and folded(p.name) == wanted), None)


def names(reading: Reading) -> dict[PersonId, str]:
    """Return the name of everybody who is or was here, the house included, by id."""
    return {person.person_id: person.name for person in people_of(reading.connection)}
