"""Twenty evenings in one table: what happens, and what the guest clock says then (product paper, 2b)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from hospitality_desk.commands import incidents, tasks, timeline
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.incidents import Asked, Outcome, Sort, Source
from tests.helpers.evening import Evening

Step = Callable[[Evening, IncidentId], object]
SAW, HEARD, THINK, DID, COST = EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.COST


def note(kind: EntryKind, happened: str | None = None, **fields: object) -> Step:
    def step(evening: Evening, incident: IncidentId) -> object:
        given = dict(fields, happened_at=evening.time(happened)) if happened else dict(fields)
        return evening.note(incident, kind, **given)  # type: ignore[arg-type]

    return step


def told(by: str | None = None, what: str | None = None, happened: str | None = None, **fields: object) -> Step:
    def step(evening: Evening, incident: IncidentId) -> object:
        given: dict[str, object] = dict(fields)
        if by:
            given["promise_by"] = evening.time(by)
        if what:
            given["promise_what"] = what
        if happened:
            given["happened_at"] = evening.time(happened)
        return evening.told(incident, **given)  # type: ignore[arg-type]

    return step


def quiet(until: str) -> Step:
    return lambda evening, incident: evening.do(
        incidents.LeaveInPeace, incident_id=incident, until=evening.time(until), reason="until dessert"
    )


def gone(evening: Evening, incident: IncidentId) -> object:
    return evening.do(incidents.GuestLeft, incident_id=incident)


def here(evening: Evening, incident: IncidentId) -> object:
    return evening.do(incidents.GuestIsHere, incident_id=incident)


def severity(which: Severity) -> Step:
    return lambda evening, incident: evening.do(incidents.ChangeIncident, incident_id=incident, severity=which)


def settle(evening: Evening, incident: IncidentId) -> object:
    return evening.do(incidents.SettleIncident, incident_id=incident, outcome=Outcome.RECOVERED, asked=Asked.DECLINED)


def reopen(evening: Evening, incident: IncidentId) -> object:
    return evening.do(incidents.ReopenIncident, incident_id=incident, reason="not yet right")


def withdraw(n: int) -> Step:
    return lambda evening, incident: evening.do(timeline.WithdrawNote, incident_id=incident, note=n, reason="a mistake")


def restore(n: int) -> Step:
    return lambda evening, incident: evening.do(timeline.RestoreNote, incident_id=incident, note=n)


def correct_time(n: int, happened: str) -> Step:
    return lambda evening, incident: evening.do(
        timeline.CorrectNote, incident_id=incident, note=n, happened_at=evening.time(happened)
    )


def task(evening: Evening, incident: IncidentId) -> object:
    n = evening.task(incident)
    return evening.do(tasks.FinishTask, incident_id=incident, task=n)


Steps = list[tuple[str, Step]]

# name, fields of the log, logged at 12:00, then (time, step)…, read at, (minutes, state, by)
# fmt: off
SEQUENCES: list[tuple[str, dict[str, object], Steps, str, tuple[int, str, str]]] = [
    ("logged, middling", {}, [], "12:05", (5, "in_touch", "12:15")),
    ("soon in the last third, five minutes at most", {}, [], "12:10", (10, "soon", "12:15")),
    ("at the time itself not late", {}, [], "12:15:00", (15, "soon", "12:15")),
    ("late from the second after", {}, [], "12:15:01", (15, "late", "12:15")),
    ("a cue seen earlier starts it earlier", {}, [("12:01", note(SAW, "11:56"))], "12:01", (5, "in_touch", "12:11")),
    ("think, did and cost never start it", {}, [("12:01", note(THINK, "11:50")), ("12:01", note(DID, "11:50")),
        ("12:01", note(COST, "11:50"))], "12:02", (2, "in_touch", "12:15")),
    ("notes, tasks and the guest speaking do not reset it", {}, [("12:03", note(HEARD, text='"Hello?"')),
        ("12:04", task), ("12:05", note(DID))], "12:06", (6, "in_touch", "12:15")),
    ("only a word to the guest resets it", {}, [("12:04", told())], "12:06", (2, "in_touch", "12:19")),
    ("a word written down later counts from when it was said", {}, [("12:10", told(happened="12:02"))],
        "12:11", (9, "in_touch", "12:17")),
    ("the latest word is the last, whatever the order of writing", {}, [("12:08", told()),
        ("12:09", told(happened="12:02"))], "12:10", (2, "in_touch", "12:23")),
    ("a promise of word stands in place of the default", {}, [("12:05", told(by="12:40"))],
        "12:06", (1, "in_touch", "12:40")),
    ("a promise of a thing makes it earlier", {}, [("12:05", told(by="12:12", what="a table"))],
        "12:06", (1, "in_touch", "12:12")),
    ("and never later", {}, [("12:05", told(by="13:30", what="a table"))], "12:06", (1, "in_touch", "12:20")),
    ("a broken promise of a thing still counts", {}, [("12:05", told(by="12:12", what="a table"))],
        "12:14", (9, "late", "12:12")),
    ("until the next word", {}, [("12:05", told(by="12:12", what="a table")), ("12:14", told())],
        "12:16", (2, "in_touch", "12:29")),
    ("a kept promise of a thing counts no more", {}, [("12:05", told(by="12:12", what="a table")),
        ("12:10", note(DID, keeps=1))], "12:13", (8, "in_touch", "12:20")),
    ("a moved promise counts at its new time", {}, [("12:05", told(by="12:12", what="a table")),
        ("12:10", told(by="12:18", moves=1))], "12:11", (1, "in_touch", "12:18")),
    ("severity sets the minutes", {}, [("12:01", severity(Severity.SERIOUS))], "12:02", (2, "in_touch", "12:10")),
    ("a minor one waits longer", {"severity": Severity.MINOR}, [], "12:10", (10, "in_touch", "12:30")),
    ("left in peace", {}, [("12:05", quiet("12:50"))], "12:30", (30, "resting", "12:55")),
    ("after the peace five minutes", {}, [("12:05", quiet("12:50"))], "12:50", (50, "soon", "12:55")),
    ("a word after the peace ends it", {}, [("12:05", quiet("12:20")), ("12:21", told())],
        "12:22", (1, "in_touch", "12:36")),
    ("a word during the peace leaves it", {}, [("12:05", quiet("12:50")), ("12:10", told())],
        "12:12", (2, "resting", "12:55")),
    ("gone: a day", {}, [("12:05", gone)], "12:30", (30, "in_touch", "12:00")),
    ("here after all: as before", {}, [("12:05", gone), ("12:06", here)], "12:07", (7, "in_touch", "12:15")),
    ("here after all, with the peace from before", {}, [("12:02", quiet("12:50")), ("12:05", gone), ("12:06", here)],
        "12:30", (30, "resting", "12:55")),
    ("here after all, with the peace from since", {}, [("12:02", quiet("12:50")), ("12:05", gone),
        ("12:06", quiet("13:10")), ("12:07", here)], "12:30", (30, "resting", "13:15")),
    ("here after all, with the promise from before", {}, [("12:02", told(by="12:40")), ("12:05", gone),
        ("12:06", here)], "12:07", (5, "in_touch", "12:40")),
    ("here after all, and gone in the end", {}, [("12:02", quiet("12:50")), ("12:05", gone), ("12:06", here),
        ("12:08", gone)], "12:30", (30, "in_touch", "12:00")),
    ("opened again in between the peace is over", {}, [("12:02", quiet("13:30")), ("12:05", gone), ("12:06", settle),
        ("12:40", reopen), ("12:41", here)], "12:42", (2, "in_touch", "12:55")),
    ("a letter: a day", {"source": Source.LETTER}, [], "12:30", (30, "in_touch", "12:00")),
    ("reopened: from then", {}, [("12:01", told()), ("12:05", settle), ("12:40", reopen)],
        "12:42", (2, "in_touch", "12:55")),
    ("a word before the reopening promises nothing any more", {}, [("12:01", told(by="13:30")), ("12:05", settle),
        ("12:40", reopen)], "12:42", (2, "in_touch", "12:55")),
    ("a withdrawn word does not count", {}, [("12:05", told()), ("12:06", withdraw(2))],
        "12:07", (7, "in_touch", "12:15")),
    ("brought back it counts again", {}, [("12:05", told()), ("12:06", withdraw(2)), ("12:07", restore(2))],
        "12:07", (2, "in_touch", "12:20")),
    ("a corrected time counts", {}, [("12:05", told()), ("12:06", correct_time(2, "12:02"))],
        "12:07", (5, "in_touch", "12:17")),
]
# fmt: on


@pytest.mark.parametrize(("name", "fields", "steps", "read_at", "reads"), SEQUENCES, ids=[row[0] for row in SEQUENCES])
def test_sequence(
    evening: Evening,
    name: str,
    fields: dict[str, object],
    steps: Steps,
    read_at: str,
    reads: tuple[int, str, str],
) -> None:
    evening.at("12:00")
    incident = evening.log(**fields)  # type: ignore[arg-type]
    for time, step in steps:
        evening.at(time)
        step(evening, incident)
    evening.at(read_at)
    assert evening.clock_of(incident) == reads
    facts = evening.whole(incident).clock_facts()
    assert facts == evening.board()[0].facts


def test_gone_is_a_whole_day(evening: Evening) -> None:
    start = evening.at("12:00")
    incident = evening.log()
    gone(evening, incident)
    assert evening.board()[0].clock_at(evening.clock.moment).by == start + timedelta(hours=24)


def test_a_guest_who_never_left_is_here_without_a_line(evening: Evening) -> None:
    incident = evening.log()
    before = evening.whole(incident)
    here(evening, incident)
    assert evening.whole(incident) == before


def test_settled_praise_and_near_misses_have_no_clock(evening: Evening) -> None:
    settle(evening, evening.log())
    evening.log("They loved the soup", sort=Sort.PRAISE)
    evening.log("The tray nearly fell", sort=Sort.NEAR_MISS)
    assert evening.board() == ()


def test_the_floor_is_ordered_late_first_resting_last(evening: Evening) -> None:
    evening.at("12:00")
    late = evening.log("a")
    resting = evening.log("b")
    quiet("13:00")(evening, resting)
    evening.at("12:05")
    later_late = evening.log("c")
    evening.at("12:10")
    soon = evening.log("d", severity=Severity.SERIOUS)
    in_touch = evening.log("e", severity=Severity.MINOR)
    evening.at("12:25:00")
    assert [row.incident_id for row in evening.board()] == [late, later_late, soon, in_touch, resting]
