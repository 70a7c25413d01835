"""Names for the ids that travel through the house, so that one cannot be handed over for another."""

import uuid
from typing import NewType

IncidentId = NewType("IncidentId", str)
EntryId = NewType("EntryId", str)
CommandId = NewType("CommandId", str)
PersonId = NewType("PersonId", str)
StoryId = NewType("StoryId", str)

THE_HOUSE = PersonId("the-house")
"""The one built-in person: acts until a first manager is added."""


def new_id() -> str:
    """Return a fresh random id (UUID 4: it holds no time and no machine)."""
    return str(uuid.uuid4())
