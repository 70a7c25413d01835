"""What somebody has agreed to do for the guest: a plain task, tries at something, an errand out of the house.

| from            | offered | taken   | not now | waiting | tried         | done | dropped |
|-----------------|---------|---------|---------|---------|---------------|------|---------|
| open            | offered | taken   | refused | waiting | open or done  | done | dropped |
| offered         | offered | taken   | before  | waiting | same or done  | done | dropped |
| taken           | offered | taken   | refused | waiting | taken or done | done | dropped |
| waiting         | offered | taken   | refused | waiting | taken or done | done | dropped |
| done            | refused | refused | refused | refused | refused       | done | refused |
| dropped         | refused | refused | refused | refused | refused       | refused | refused |

An offered task stays with its owner until the other person takes it; "not now" leaves it as it was before the offer.
Tries end a task by its own rule: answered, a number of tries, or a time.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from hospitality_desk.domain.ids import PersonId


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    OFFERED = "offered"
    TAKEN = "taken"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


class TryOutcome(StrEnum):
    """What came of one try."""

    NO_ANSWER = "no_answer"
    BUSY = "busy"
    VOICEMAIL = "voicemail"
    DECLINED = "declined"
    ANSWERED = "answered"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class TryRule:
    """How often to try, and until when: answered always ends it; a time or a number of tries may end it before."""

    every: int
    """Minutes between two tries, counted from the last one."""
    until_time: datetime | None = None
    until_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandPlan:
    """What takes a colleague out of the house. `cash` is what they took along, in minor units of the house."""

    where: str
    back_by: datetime
    cover: PersonId | None = None
    """Who looks after their section."""
    cash: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try: when it was made, by whom, and what came of it."""

    at: datetime
    by: PersonId
    outcome: TryOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of one problem, numbered from 1 within it; one owner at any moment.

    `due` of tries is when the next one is; of an errand, when they are back.
    """

    n: int
    title: str
    owner: PersonId
    state: TaskState
    due: datetime | None
    added_at: datetime
    ended_at: datetime | None = None
    also_done_by: tuple[PersonId, ...] = ()
    """Colleagues who reported a task done that was done already."""
    rule: TryRule | None = None
    attempts: tuple[Attempt, ...] = ()
    """The tries that stand; one taken back is not among them."""
    errand: ErrandPlan | None = None
    cash_back: int | None = None
    offered_to: PersonId | None = None
    was: TaskState | None = None
    """What it was before it was offered."""
    seen: bool = False
    """Whoever it is offered to has seen it."""
    waiting_for: str | None = None
    dropped_because: str | None = None
    was_ended_by_a_try: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.state not in (TaskState.DONE, TaskState.DROPPED)

    @property
    def is_out(self) -> bool:
        """Tell whether its owner is out of the house for it."""
        return self.errand is not None and self.is_open

    @property
    def spent(self) -> int | None:
        """Return what of the cash did not come back; None while they are out, or where no cash went."""
        if self.errand is None or self.errand.cash is None or self.cash_back is None:
            return None
        return self.errand.cash - self.cash_back

    def is_over(self, now: datetime) -> bool:
        """Tell whether its own rule has ended it: the time for trying has passed."""
        return self.rule is not None and self.rule.until_time is not None and self.rule.until_time <= now


def next_try(rule: TryRule, attempts: tuple[Attempt, ...], first: datetime) -> datetime:
    """Return when the next try is: counted from the last one, not from the plan."""
    return attempts[-1].at + timedelta(minutes=rule.every) if attempts else first


def next_task(tasks: tuple[Task, ...]) -> Task | None:
    """Return the open task to do next: the earliest due first, then the one added first."""
    open_tasks = [task for task in tasks if task.is_open]
    return min(open_tasks, key=lambda task: (task.due is None, task.due or task.added_at, task.n), default=None)
