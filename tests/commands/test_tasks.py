"""Every edge of a task's states, tries that count from the last one, errands with cash, through the door, on both stores."""

import pytest

from hospitality_desk.commands import tasks, tries
from hospitality_desk.commands.base import Command
from hospitality_desk.domain.entries import EntryKind, GuestKnows
from hospitality_desk.domain.ids import EntryId, IncidentId, new_id
from hospitality_desk.domain.tasks import Task, TaskState, TryOutcome
from hospitality_desk.errors import Refused
from tests.helpers.evening import Evening


@pytest.fixture
def table(evening: Evening) -> IncidentId:
    evening.at("12:00")
    evening.staffed()
    evening.at("12:32")
    return evening.log(who="Carlo")


def add(evening: Evening, incident: IncidentId, who: str = "Ana", **fields: object) -> int:
    title = {"title": "Call the phone", **fields}
    return int(str(evening.do(tasks.AddTask, who, incident_id=incident, **title).answer["task"]))


def move(evening: Evening, command: type[Command], incident: IncidentId, who: str = "Ana", **fields: object) -> Task:
    evening.do(command, who, incident_id=incident, **{"task": 1, **fields})
    return evening.whole(incident).tasks[0]


def tried(evening: Evening, incident: IncidentId, outcome: TryOutcome = TryOutcome.NO_ANSWER, **fields: object) -> Task:
    return move(evening, tries.LogTry, incident, outcome=outcome, **fields)


def in_state(evening: Evening, incident: IncidentId, state: TaskState) -> None:
    add(evening, incident, every=4)
    later = evening.time("13:00")
    match state:
        case TaskState.OFFERED:
            move(evening, tasks.OfferTask, incident, to=evening.ids["Tom"])
        case TaskState.TAKEN:
            move(evening, tasks.TakeTask, incident)
        case TaskState.WAITING:
            move(evening, tasks.AwaitOthers, incident, waiting_for="the taxi office", next_check=later)
        case TaskState.DONE:
            move(evening, tasks.FinishTask, incident)
        case TaskState.DROPPED:
            move(evening, tasks.DropTask, incident, reason="not needed")
        case TaskState.OPEN:
            pass
    assert evening.whole(incident).tasks[0].state == state


N, F, T, W, D, X = (
    TaskState.OPEN,
    TaskState.OFFERED,
    TaskState.TAKEN,
    TaskState.WAITING,
    TaskState.DONE,
    TaskState.DROPPED,
)
REFUSED = None
EDGES = {
    #      offered  taken    not now  waiting  tried    done     dropped
    N: (F, T, REFUSED, W, N, D, X),
    F: (F, T, N, W, F, D, X),
    T: (F, T, REFUSED, W, T, D, X),
    W: (F, T, REFUSED, W, T, D, X),
    D: (REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, D, REFUSED),
    X: (REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED),
}
STEPS = ("offered", "taken", "not now", "waiting", "tried", "done", "dropped")


def step(evening: Evening, incident: IncidentId, name: str) -> Task:
    match name:
        case "offered":
            return move(evening, tasks.OfferTask, incident, to=evening.ids["Carlo"])
        case "taken":
            return move(evening, tasks.TakeTask, incident, "Tom")
        case "not now":
            return move(evening, tasks.DeclineTask, incident, "Tom")
        case "waiting":
            check = evening.time("13:10")
            return move(evening, tasks.AwaitOthers, incident, waiting_for="them", next_check=check)
        case "tried":
            return tried(evening, incident)
        case "done":
            return move(evening, tasks.FinishTask, incident)
        case _:
            return move(evening, tasks.DropTask, incident)


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("state", EDGES)
def test_every_edge(evening: Evening, table: IncidentId, state: TaskState, name: str) -> None:
    in_state(evening, table, state)
    becomes = EDGES[state][STEPS.index(name)]
    if becomes is REFUSED:
        with pytest.raises(Refused):
            step(evening, table, name)
        assert evening.whole(table).tasks[0].state == state
    else:
        assert step(evening, table, name).state == becomes
    assert all(check.ok for check in evening.desk.check())


def test_an_offered_task_stays_with_its_owner_until_the_other_says_yes(evening: Evening, table: IncidentId) -> None:
    add(evening, table)
    offered = move(evening, tasks.OfferTask, table, to=evening.ids["Tom"])
    assert (offered.owner, offered.offered_to, offered.seen) == (evening.ids["Ana"], evening.ids["Tom"], False)
    assert move(evening, tasks.SeeTask, table, "Carlo").seen is False
    assert move(evening, tasks.SeeTask, table, "Tom").seen is True
    with pytest.raises(Refused, match="Only who was asked"):
        move(evening, tasks.DeclineTask, table, "Dana")
    taken = move(evening, tasks.TakeTask, table, "Tom")
    assert (taken.owner, taken.offered_to, taken.state) == (evening.ids["Tom"], None, TaskState.TAKEN)
    with pytest.raises(Refused, match="has this task already"):
        move(evening, tasks.OfferTask, table, to=evening.ids["Tom"])


def test_the_next_try_counts_from_the_last_one(evening: Evening, table: IncidentId) -> None:
    evening.at("12:36")
    add(evening, table, every=4)
    assert tried(evening, table).due == evening.time("12:40")
    evening.at("12:42")
    late = tried(evening, table)
    assert late.due == evening.time("12:46"), "from the last try, not from the plan"
    assert [attempt.at for attempt in late.attempts] == [evening.time("12:36"), evening.time("12:42")]
    on = move(evening, tasks.TakeTask, table, "Tom")
    assert (on.owner, len(on.attempts), on.due) == (evening.ids["Tom"], 2, evening.time("12:46"))


def test_answered_ends_it_and_writes_what_they_said(evening: Evening, table: IncidentId) -> None:
    add(evening, table, every=4)
    said = {"said": "The driver has it.", "entry_id": EntryId(new_id())}
    task = tried(evening, table, TryOutcome.ANSWERED, **said)
    assert task.state == TaskState.DONE
    note = evening.whole(table).notes[-1]
    assert (note.kind, note.text, note.guest_knows) == (EntryKind.HEARD, "The driver has it.", GuestKnows.UNTOLD)


def test_a_number_of_tries_or_a_time_ends_it_too(evening: Evening, table: IncidentId) -> None:
    add(evening, table, every=4, until_count=2)
    assert tried(evening, table).state == TaskState.OPEN
    assert tried(evening, table).state == TaskState.DONE
    other = evening.log(who="Carlo")
    add(evening, other, every=4, until_time=evening.time("13:00"))
    assert tried(evening, other).state == TaskState.OPEN
    assert not evening.whole(other).tasks[0].is_over(evening.time("12:59"))
    assert evening.whole(other).tasks[0].is_over(evening.time("13:00"))
    evening.at("13:01")
    assert tried(evening, other).state == TaskState.DONE


def test_a_mistaken_try_is_taken_back(evening: Evening, table: IncidentId) -> None:
    evening.at("12:36")
    add(evening, table, every=4)
    tried(evening, table)
    evening.at("12:40")
    assert tried(evening, table, TryOutcome.ANSWERED).state == TaskState.DONE
    back = move(evening, tries.TakeTryBack, table)
    assert (back.state, len(back.attempts), back.due) == (TaskState.TAKEN, 1, evening.time("12:40"))
    move(evening, tries.TakeTryBack, table)
    with pytest.raises(Refused, match="no try to take back"):
        move(evening, tries.TakeTryBack, table)


def test_a_thousand_tries(evening: Evening, table: IncidentId) -> None:
    add(evening, table, every=1)
    for _n in range(100):
        evening.later(minutes=1)
        tried(evening, table)
    assert len(evening.whole(table).tasks[0].attempts) == 100
    assert all(check.ok for check in evening.desk.check())


def errand(evening: Evening, incident: IncidentId, **fields: object) -> int:
    plan = {
        "where": "Halfway, at the bridge",
        "back_by": evening.time("13:35"),
        "cover": evening.ids["Dana"],
        "cash": 6000,
    }
    return add(evening, incident, "Carlo", title="Meet the driver", **{**plan, **fields})


def test_an_errand_takes_somebody_out_and_brings_cash_back(evening: Evening, table: IncidentId) -> None:
    evening.at("13:05")
    errand(evening, table)
    task = evening.whole(table).tasks[0]
    assert (task.is_out, task.due, task.spent) == (True, evening.time("13:35"), None)
    with pytest.raises(Refused, match="Carlo is out until 13:35"):
        add(evening, table, "Dana", owner=evening.ids["Carlo"])
    add(evening, table, "Dana", owner=evening.ids["Carlo"], although_out=True)
    with pytest.raises(Refused, match="Carlo is out until 13:35"):
        move(evening, tasks.OfferTask, table, "Ana", task=add(evening, table), to=evening.ids["Carlo"])
    evening.at("13:31")
    back = move(evening, tasks.FinishTask, table, "Carlo", cash_back=1500)
    assert (back.is_out, back.spent) == (False, 4500)
    assert evening.whole(table).cost == 0, "it posts nothing by itself"
    add(evening, table, "Dana", owner=evening.ids["Carlo"])


@pytest.mark.parametrize(
    ("fields", "say"),
    [
        ({"where": "x", "back_by": None}, "when they are back"),
        ({"where": None}, "when they are back|where it goes"),
        ({"cash": 0}, "how much cash"),
        ({"every": 4}, "no task of tries"),
    ],
)
def test_an_errand_says_what_it_needs(evening: Evening, table: IncidentId, fields: dict[str, object], say: str) -> None:
    with pytest.raises(Refused, match=say):
        errand(evening, table, **fields)


@pytest.mark.parametrize("fields", [{"every": 0}, {"every": 4, "until_count": 0}, {"until_count": 3}, {"every": 2_000}])
def test_tries_say_what_they_need(evening: Evening, table: IncidentId, fields: dict[str, object]) -> None:
    with pytest.raises(Refused):
        add(evening, table, **fields)


def test_a_plain_task_is_not_tried_and_brings_no_cash(evening: Evening, table: IncidentId) -> None:
    add(evening, table)
    with pytest.raises(Refused, match="no task of tries"):
        tried(evening, table)
    with pytest.raises(Refused, match="No cash went along"):
        move(evening, tasks.FinishTask, table, cash_back=100)
    with pytest.raises(Refused, match="who is waited for"):
        move(evening, tasks.AwaitOthers, table, waiting_for=" ", next_check=evening.time("13:00"))
