"""What can be written on a timeline: the bodies of entries, one small record a kind.

An entry is a header that never changes and a body that may be erased whole. Everything the house shows of a
problem is folded from these.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import EntryId, IncidentId, PersonId
from hospitality_desk.domain.incidents import Asked, Outcome, Sort, Source
from hospitality_desk.domain.staff import Role
from hospitality_desk.domain.stories.bodies import (
    StoryBody,
    StoryRead,
    StoryReleased,
    StoryStarted,
    StoryWithdrawn,
    StoryWritten,
)
from hospitality_desk.domain.tasks import ErrandPlan, TryOutcome, TryRule


class EntryKind(StrEnum):
    """Six kinds of note, and what else happens to a problem."""

    SAW = "saw"
    HEARD = "heard"
    THINK = "think"
    DID = "did"
    TOLD = "told"
    COST = "cost"
    OPENED = "opened"
    CHANGED = "changed"
    CORRECTED = "corrected"
    JUDGED = "judged"
    KEPT_BACK = "kept_back"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    QUIET = "quiet"
    GONE = "gone"
    OFFERED = "offered"
    TASK_ADDED = "task_added"
    TASK_MOVED = "task_moved"
    TASK_TRIED = "task_tried"
    TRY_TAKEN_BACK = "try_taken_back"
    SETTLED = "settled"
    REOPENED = "reopened"
    VERDICT = "verdict"
    PERSON_ADDED = "person_added"
    PERSON_LEFT = "person_left"
    STORY_STARTED = "story_started"
    STORY_WRITTEN = "story_written"
    STORY_READ = "story_read"
    STORY_RELEASED = "story_released"
    STORY_WITHDRAWN = "story_withdrawn"


NOTE_KINDS = frozenset({EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.TOLD, EntryKind.COST})
"""The kinds that take a number on their timeline."""
STORY_KINDS = frozenset(
    {
        EntryKind.STORY_STARTED,
        EntryKind.STORY_WRITTEN,
        EntryKind.STORY_READ,
        EntryKind.STORY_RELEASED,
        EntryKind.STORY_WITHDRAWN,
    }
)
"""What happens to stories: in the journal, on no timeline of a problem."""
CUE_KINDS = frozenset({EntryKind.SAW, EntryKind.HEARD})
"""What we know: a Think may rest on these."""
FACT_KINDS = frozenset({EntryKind.SAW, EntryKind.HEARD, EntryKind.DID})
"""Notes the guest may know of or not."""


class GuestKnows(StrEnum):
    """Whether the guest knows what a note says."""

    KNOWS = "knows"
    TOLD = "told"
    KEPT_BACK = "kept_back"
    UNTOLD = "untold"


class Judgement(StrEnum):
    """How a Think turned out."""

    RIGHT = "right"
    WRONG = "wrong"
    NEVER_KNOWN = "never_known"


class How(StrEnum):
    """How the guest was told."""

    ALOUD = "aloud"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"


class TaskStep(StrEnum):
    """What can happen to a task after it was added."""

    OFFERED = "offered"
    SEEN = "seen"
    NOT_NOW = "not_now"
    WAITING = "waiting"
    TAKEN = "taken"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """A promise as it was given: of a thing when `what` is there, else of a word from us."""

    by: datetime
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The problem's own fields as they were first logged."""

    number: int
    sort: Sort
    source: Source
    gist: str
    place: str | None = None
    guest: str | None = None
    party_size: int | None = None
    phone: str | None = None
    severity: Severity
    severity_sure: bool = False
    kind: str
    kind_sure: bool = False
    owner: PersonId | None = None
    happened_at: datetime | None = None
    title: str | None = None
    rating: str | None = None
    source_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteElsewhere:
    """A note of another problem, by the id of the entry that made it."""

    incident_id: IncidentId
    entry_id: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMade:
    """One of the six kinds of note. `amount` is in minor units of `currency`.

    A note that was moved here says from where, and who wrote it first: its entry is by whoever moved it.
    """

    text: str
    happened_at: datetime | None = None
    rests_on: tuple[int, ...] = ()
    follows: int | None = None
    guest_knows: GuestKnows | None = None
    promise: PromiseMade | None = None
    keeps: int | None = None
    moves: int | None = None
    tells: tuple[int, ...] = ()
    how: How | None = None
    amount: int | None = None
    currency: str | None = None
    moved_from: NoteElsewhere | None = None
    written_by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after, each written as text (times in ISO 8601, people by id)."""

    field: str
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """The problem's own fields mended."""

    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A note mended; what is None stayed."""

    note: int
    text: str | None = None
    happened_at: datetime | None = None
    amount: int | None = None
    guest_knows: GuestKnows | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How a Think turned out."""

    note: int
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """Why the guest is not told of a note, and when to look again."""

    note: int
    reason: str
    look_again: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A note taken back, or the whole problem when `note` is None; a note that was moved says where to."""

    reason: str
    note: int | None = None
    moved_to: NoteElsewhere | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A note brought back, or the whole problem when `note` is None."""

    note: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """The guest asked to be left in peace."""

    until: datetime
    reason: str
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The guest has left."""

    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The problem was offered to a colleague, who has not said yes yet."""

    to: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAdded:
    """A task; its number is its place in order. With a `rule` it is tried again and again, an `errand` leads out."""

    title: str
    owner: PersonId
    due: datetime | None = None
    rule: TryRule | None = None
    errand: ErrandPlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMoved:
    """A task offered, seen, declined for now, waiting, taken, done or dropped, with what belongs to that step."""

    task: int
    step: TaskStep
    to: PersonId | None = None
    waiting_for: str | None = None
    next_check: datetime | None = None
    reason: str | None = None
    cash_back: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTried:
    """One try at a task and what came of it."""

    task: int
    outcome: TryOutcome
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TryTakenBack:
    """The last try of a task was a slip."""

    task: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictGiven:
    """The guest's evaluation: 1 (very unhappy) to 5 (very happy), in their words where they gave any."""

    score: int
    words: str | None = None
    heard_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How it ended and how the guest was asked."""

    outcome: Outcome
    asked: Asked
    verdict: VerdictGiven | None = None
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """Why it is open again."""

    reason: str
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded:
    """A colleague joined."""

    person: PersonId
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft:
    """A colleague left."""

    person: PersonId


Body = (
    Opened
    | NoteMade
    | Changed
    | Corrected
    | Judged
    | KeptBack
    | Withdrawn
    | Restored
    | Quiet
    | Gone
    | Offered
    | TaskAdded
    | TaskMoved
    | TaskTried
    | TryTakenBack
    | VerdictGiven
    | Settled
    | Reopened
    | PersonAdded
    | PersonLeft
    | StoryBody
)

BODY_OF: dict[EntryKind, type[Body]] = {
    **dict.fromkeys(NOTE_KINDS, NoteMade),
    EntryKind.OPENED: Opened,
    EntryKind.CHANGED: Changed,
    EntryKind.CORRECTED: Corrected,
    EntryKind.JUDGED: Judged,
    EntryKind.KEPT_BACK: KeptBack,
    EntryKind.WITHDRAWN: Withdrawn,
    EntryKind.RESTORED: Restored,
    EntryKind.QUIET: Quiet,
    EntryKind.GONE: Gone,
    EntryKind.OFFERED: Offered,
    EntryKind.TASK_ADDED: TaskAdded,
    EntryKind.TASK_MOVED: TaskMoved,
    EntryKind.TASK_TRIED: TaskTried,
    EntryKind.TRY_TAKEN_BACK: TryTakenBack,
    EntryKind.SETTLED: Settled,
    EntryKind.REOPENED: Reopened,
    EntryKind.VERDICT: VerdictGiven,
    EntryKind.PERSON_ADDED: PersonAdded,
    EntryKind.PERSON_LEFT: PersonLeft,
    EntryKind.STORY_STARTED: StoryStarted,
    EntryKind.STORY_WRITTEN: StoryWritten,
    EntryKind.STORY_READ: StoryRead,
    EntryKind.STORY_RELEASED: StoryReleased,
    EntryKind.STORY_WITHDRAWN: StoryWithdrawn,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the journal; `body` is None once it was erased."""

    seq: int
    entry_id: EntryId
    incident_id: IncidentId | None
    kind: EntryKind
    by: PersonId
    recorded_at: datetime
    body: Body | None
