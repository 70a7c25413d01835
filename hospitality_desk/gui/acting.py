"""Who acts at this stand: everything logged and noted here carries this person's name."""

from PySide6.QtCore import QObject, Signal

from hospitality_desk.domain.ids import THE_HOUSE, PersonId
from hospitality_desk.domain.staff import Permission, Person

PREFERENCE = "acting"


class Acting(QObject):
    """The person at the stand. `person` is None while nobody has said who they are, or nothing is known yet."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.person: Person | None = None
        self.people: tuple[Person, ...] = ()
        """Everybody active in the house; empty until a first manager is added: the house itself acts so long."""
        self.is_known = False
        """The store has said who is in the house; before that nobody acts, not even the house."""

    @property
    def person_id(self) -> PersonId | None:
        """Return the id that commands carry, or None when nobody has said who they are."""
        if self.person is not None:
            return self.person.person_id
        return THE_HOUSE if self.is_known and not self.people else None

    def may(self, permission: Permission) -> bool:
        """Tell whether who acts here may do such a thing; the house itself may do everything while it acts."""
        if self.person is not None:
            return self.person.may(permission)
        return self.person_id == THE_HOUSE

    def know(self, people: tuple[Person, ...]) -> None:
        """Take in who is active now; somebody who left does not act any more."""
        self.is_known = True
        self.people = tuple(person for person in people if person.active)
        if self.person is not None:
            mine = self.person.person_id
            self.person = next((person for person in self.people if person.person_id == mine), None)
        self.changed.emit()

    def act_as(self, person_id: PersonId) -> None:
        """Let this person act from now on; an unknown id changes nothing."""
        found = next((person for person in self.people if person.person_id == person_id), None)
        if found is not None:
            self.person = found
            self.changed.emit()

    def forget(self) -> None:
        """Know nobody any more: another house is opened in place of this one."""
        self.person, self.people, self.is_known = None, (), False
        self.changed.emit()
