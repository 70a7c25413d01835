"""News of a change: which kinds of thing and which ids, never their content."""

from dataclasses import dataclass

from hospitality_desk.domain.ids import IncidentId, PersonId, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which running desk changed something: an id of its own for as long as it runs, and what its stand is called.

    `station` is empty where the desk has no stand, as on the command line.
    """

    origin_id: str
    station: str = ""


NO_ORIGIN = Origin(origin_id="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a committed command touched; every screen on every station hears it by the same signal."""

    incidents: frozenset[IncidentId] = frozenset()
    people: frozenset[PersonId] = frozenset()
    stories: frozenset[StoryId] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return bool(self.incidents or self.people or self.stories)

    def __or__(self, other: "Changes") -> "Changes":
        """Join two pieces of news into one."""
        return Changes(
            incidents=self.incidents | other.incidents,
            people=self.people | other.people,
            stories=self.stories | other.stories,
        )

    def to_json(self) -> dict[str, list[str]]:
        """Return the form kept in the change feed."""
        return {"incidents": sorted(self.incidents), "people": sorted(self.people), "stories": sorted(self.stories)}

    @classmethod
    def from_json(cls, form: dict[str, list[str]]) -> "Changes":
        """Read the form kept in the change feed."""
        return cls(
            incidents=frozenset(IncidentId(each) for each in form.get("incidents", ())),
            people=frozenset(PersonId(each) for each in form.get("people", ())),
            stories=frozenset(StoryId(each) for each in form.get("stories", ())),
        )
