"""A colleague ↔ a row."""

from sqlalchemy import Connection, select

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.staff import Person, Role
from hospitality_desk.storage.tables import people


def people_of(connection: Connection) -> list[Person]:
    """Return everybody who is or was here, in the order of their names, the house itself first."""
    rows = connection.execute(select(people)).all()
    found = [
        Person(person_id=PersonId(row.person_id), name=row.name, role=Role(row.role), active=row.active) for row in rows
    ]
    return sorted(found, key=lambda person: (not person.is_the_house, person.name.casefold()))
