"""The people of the house, what each role may do."""

from dataclasses import dataclass
from enum import StrEnum

from hospitality_desk.domain.ids import THE_HOUSE, PersonId
from hospitality_desk.words import N_


class Role(StrEnum):
    """What a person is here for."""

    HOST = "host"
    SERVER = "server"
    MANAGER = "manager"
    TRAINER = "trainer"


class Permission(StrEnum):
    """What a command needs its actor to be allowed to do."""

    LOG = "log"
    """Log a problem: everybody, always."""
    CARE = "care"
    """Note, tell, settle, take tasks, mend a problem."""
    STAFF = "staff"
    """Add people and let them leave."""
    IMPORT = "import"
    """Bring in problems from a file."""
    READ_STORIES = "read_stories"
    """Read a story as the second reader, and the released ones: everybody."""
    WRITE_STORIES = "write_stories"
    """Write a story that rests on no problem."""
    DRAW_STORIES = "draw_stories"
    """Draw a story from a problem's own notes, with the names in them, and write on it."""
    RELEASE_STORIES = "release_stories"
    """Release a story, and withdraw one."""
    PRINT_STORIES = "print_stories"
    """Make papers of released stories."""


PERMISSION_WORDS = {
    Permission.LOG: N_("log problems"),
    Permission.CARE: N_("mend problems"),
    Permission.STAFF: N_("add colleagues or let them leave"),
    Permission.IMPORT: N_("bring in files"),
    Permission.READ_STORIES: N_("read stories"),
    Permission.WRITE_STORIES: N_("write stories"),
    Permission.DRAW_STORIES: N_("write a story drawn from a problem"),
    Permission.RELEASE_STORIES: N_("release stories or withdraw them"),
    Permission.PRINT_STORIES: N_("print stories"),
}
"""What each permission lets a person do, in words."""

_AT_THE_GUEST = frozenset({Permission.LOG, Permission.CARE, Permission.READ_STORIES})
_RIGHTS = {
    Role.HOST: _AT_THE_GUEST,
    Role.SERVER: _AT_THE_GUEST,
    Role.MANAGER: frozenset(Permission),
    Role.TRAINER: frozenset(
        {Permission.LOG, Permission.READ_STORIES, Permission.WRITE_STORIES, Permission.PRINT_STORIES}
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A colleague; `name` is unique among the active ones, whatever its case and accents."""

    person_id: PersonId
    name: str
    role: Role
    active: bool = True

    @property
    def is_the_house(self) -> bool:
        """Tell whether this is the built-in person, who acts until there is a manager."""
        return self.person_id == THE_HOUSE

    def may(self, permission: Permission) -> bool:
        """Tell whether this person may do such a thing now."""
        return self.active and permission in _RIGHTS[self.role]
