"""Colleagues come and go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospitality_desk.commands.base import Command, Done, Name, handles
from hospitality_desk.commands.checks import check_words
from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.entries import EntryKind, PersonAdded, PersonLeft
from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.staff import Permission, Person, Role
from hospitality_desk.domain.text import folded
from hospitality_desk.errors import Refused
from hospitality_desk.words import N_, _

if TYPE_CHECKING:  # the store brings its libraries with it; a command alone needs none
    from hospitality_desk.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson(Command):
    """Add a colleague; the first one must be a manager."""

    sentence: ClassVar[str] = N_("Added a colleague.")

    person_id: PersonId
    name: Name
    role: Role


@handles(AddPerson, needs=Permission.STAFF)
def add_person(command: AddPerson, work: UnitOfWork) -> Done:
    """Add them; refused when an active colleague has the same name, whatever its case and accents."""
    check_words(command.name, _("Write the colleague's name."))
    active = [person for person in work.people() if person.active]
    colleagues = [person for person in active if not person.is_the_house]
    if not colleagues and command.role != Role.MANAGER:
        raise Refused(_("The first person added must be a manager. Add the manager first, then the others."))
    if any(folded(person.name) == folded(command.name) for person in active):
        say = _("There is already a {name} here. Add a last name or an initial.")
        raise Refused(say.format(name=command.name))
    person = Person(person_id=command.person_id, name=command.name, role=command.role)
    work.add_person(person)
    added = PersonAdded(person=person.person_id, name=person.name, role=person.role)
    work.append(EntryKind.PERSON_ADDED, added, by=command.by)
    return Done(changes=Changes(people=frozenset({person.person_id})))


@dataclass(frozen=True, slots=True, kw_only=True)
class LetPersonLeave(Command):
    """A colleague leaves the house; what they wrote stays under their name."""

    sentence: ClassVar[str] = N_("Let a colleague leave.")

    person_id: PersonId


@handles(LetPersonLeave, needs=Permission.STAFF)
def let_person_leave(command: LetPersonLeave, work: UnitOfWork) -> Done:
    """Close their name at once; the last manager of a house cannot leave."""
    person = work.active_person(command.person_id)
    others = [p for p in work.people() if p.active and not p.is_the_house and p.person_id != person.person_id]
    if person.role == Role.MANAGER and not any(other.role == Role.MANAGER for other in others):
        say = _("{name} is the only manager. Add another manager first.")
        raise Refused(say.format(name=person.name))
    work.close_person(person.person_id)
    work.append(EntryKind.PERSON_LEFT, PersonLeft(person=person.person_id), by=command.by)
    return Done(changes=Changes(people=frozenset({person.person_id})))
