"""The Floor's rows: what a change leaves is what a fresh look finds, and the index serves the look."""

import random
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from hospitality_desk.commands import incidents, staff, tasks, timeline
from hospitality_desk.commands.imports import ImportedProblem
from hospitality_desk.desk.open import Address, make_desk
from hospitality_desk.domain.entries import EntryKind, GuestKnows, Judgement
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, IncidentId, PersonId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome, Source, Status
from hospitality_desk.domain.staff import Role
from hospitality_desk.errors import Refused
from hospitality_desk.live.feed import Feed
from hospitality_desk.queries import incidents as asked
from hospitality_desk.queries.staff import colleagues, names, person_named
from tests.helpers.evening import Evening


def act_at_random(evening: Evening, chance: random.Random, incident: IncidentId) -> None:
    """Do one of every sort of command to a problem; a refusal is an answer too."""
    now = evening.clock.moment
    later = now + timedelta(minutes=chance.randint(1, 40))
    n = chance.randint(1, 6)
    kinds = [EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.COST]
    one = {"incident_id": incident}
    acts = (
        lambda: evening.note(incident, chance.choice(kinds), happened_at=now - timedelta(minutes=n)),
        lambda: evening.note(incident, EntryKind.HEARD, '"Where is it?"'),
        lambda: evening.note(incident, EntryKind.COST, amount=n * 100),
        lambda: evening.told(incident, tells=(n,), promise_by=later, promise_what=chance.choice([None, "it"])),
        lambda: evening.told(incident, keeps=1),
        lambda: evening.do(incidents.ChangeIncident, **one, severity=chance.choice(list(Severity)), place=f"Table {n}"),
        lambda: evening.do(incidents.LeaveInPeace, **one, until=later, reason="dessert"),
        lambda: evening.do(incidents.GuestLeft, **one),
        lambda: evening.do(
            incidents.SettleIncident, **one, outcome=Outcome.LOST, asked=Asked.ALOUD, verdict=chance.randint(1, 5)
        ),
        lambda: evening.do(incidents.ReopenIncident, **one, reason="again"),
        lambda: evening.do(incidents.AddVerdict, **one, verdict=n % 5 + 1),
        lambda: evening.do(incidents.WithdrawIncident, **one, reason="twice"),
        lambda: evening.do(incidents.RestoreIncident, **one),
        lambda: evening.do(timeline.KeepBack, **one, note=n, reason="not sure", look_again=later),
        lambda: evening.do(timeline.CorrectNote, **one, note=n, text=f"in truth {n}", guest_knows=GuestKnows.UNTOLD),
        lambda: evening.do(timeline.WithdrawNote, **one, note=n, reason="a mistake"),
        lambda: evening.do(timeline.RestoreNote, **one, note=n),
        lambda: evening.do(timeline.JudgeThink, **one, note=n, judgement=Judgement.RIGHT),
        lambda: evening.task(incident, due=later),
        lambda: evening.do(tasks.TakeTask, **one, task=n % 3 + 1),
        lambda: evening.do(tasks.FinishTask, **one, task=n % 3 + 1),
        lambda: evening.do(tasks.DropTask, **one, task=n % 3 + 1),
    )
    if evening.whole(incident).status != Status.OPEN and chance.random() < 0.6:
        acts = (acts[9], acts[12])
    chance.choice(acts)()


@pytest.mark.parametrize("seed", range(3))
def test_apply_equals_reload(evening: Evening, seed: int) -> None:
    """A screen that asks again only for what each command named shows what a fresh screen shows."""
    chance = random.Random(seed)
    held: dict[IncidentId, asked.BoardRow] = {}
    feed = Feed(evening.desk._store, "a listener")
    feed.begin()
    known = [evening.log() for _ in range(3)]
    refused = 0
    for _ in range(100):
        evening.later(minutes=chance.randint(0, 4))
        try:
            act_at_random(evening, chance, chance.choice(known))
        except Refused:
            refused += 1
        changes = feed.news().changes
        for gone in changes.incidents:
            held.pop(gone, None)
        held |= {row.incident_id: row for row in evening.desk.ask(asked.board_rows, changes.incidents)}
        assert held == {row.incident_id: row for row in evening.board()}
    assert refused < 60
    assert all(check.ok for check in evening.desk.check())


def test_the_floor_walks_its_index(evening: Evening) -> None:
    evening.log()
    with evening.desk._store.read() as connection:
        say = str(asked._board().compile(connection.engine))
        if connection.dialect.name == "sqlite":
            plan = " ".join(row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {say}")))
        else:
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            plan = " ".join(row[0] for row in connection.execute(text(f"EXPLAIN {say}")))
    assert "ix_incidents_open" in plan


def problem(**fields: object) -> ImportedProblem:
    given: dict[str, object] = {"incident_id": IncidentId(new_id()), "source_key": new_id(), "text": "Cold room"}
    return ImportedProblem(**(given | fields))  # type: ignore[arg-type]


def test_what_is_brought_in_is_settled_on_its_day_and_not_on_the_floor(evening: Evening) -> None:
    when = evening.clock.moment - timedelta(days=4000)
    old, unknown = problem(when=when, rating="2", guest="A Traveler", place="The Inn"), problem(rating="3.5")
    made = evening.bring_in(old, unknown, problem(source_key=old.source_key))
    assert made.answer == {"imported": 2, "already": 1}
    assert evening.board() == ()
    first = evening.whole(old.incident_id)
    assert (first.happened_at, first.settled_at, first.outcome) == (when, when, Outcome.UNKNOWN)
    assert (first.source, first.verdicts[0].score, first.rating) == (Source.REVIEW, 2, "2")
    second = evening.whole(unknown.incident_id)
    assert (second.happened_at, second.verdicts, second.rating) == (None, (), "3.5")
    assert evening.bring_in(old, unknown).answer == {"imported": 0, "already": 2}
    assert all(check.ok for check in evening.desk.check())


def test_an_open_row_waits_on_the_floor(evening: Evening) -> None:
    evening.bring_in(problem(is_open=True))
    assert [row.owner for row in evening.board()] == ["The house"]


def test_numbers_places_people_and_the_days_count(evening: Evening) -> None:
    evening.staffed()
    first = evening.log(who="Carlo", place="Table 12")
    evening.log(who="Carlo", place="Bar 5")
    desk = evening.desk
    assert desk.ask(asked.incident_numbered, 1) == first
    assert desk.ask(asked.incident_numbered, 99) is None
    assert desk.ask(asked.known_places) == ("Bar 5", "Table 12")
    today = desk.house.service_date(evening.clock.moment)
    assert desk.ask(asked.closed_counts, today) == (0, 0)
    evening.do(incidents.SettleIncident, "Carlo", incident_id=first, outcome=Outcome.RECOVERED, asked=Asked.CARD)
    assert desk.ask(asked.closed_counts, today) == (1, 0)
    assert [person.name for person in desk.ask(colleagues)] == ["Ana", "Carlo", "Dana", "Tom"]
    found = desk.ask(person_named, "CÁRLO")
    assert found is not None
    assert desk.ask(names)[found.person_id] == "Carlo"
    assert desk.ask(person_named, "Eve") is None


def test_after_midnight_is_still_last_nights_service(evening: Evening) -> None:
    late = evening.at("00:40") + timedelta(days=1)
    house = evening.desk.house
    assert house.service_date(late) == house.service_date(evening.at("20:00"))
    assert house.service_date(late + timedelta(hours=4)) > house.service_date(late)


def test_what_was_closed_today_the_newest_first(evening: Evening) -> None:
    evening.staffed()
    today = evening.desk.house.service_date(evening.at("12:00"))
    assert evening.desk.ask(asked.closed_on, today) == ()
    soup = evening.log("cold soup", "Carlo", place="Table 2", guest="Rivera", party_size=4)
    twice = evening.log("cold soup", "Carlo", place="Table 3")
    again = evening.log("noise", "Carlo", place="Room 7")
    noted = evening.log("draught", "Carlo", place="Table 9")
    evening.note(noted, EntryKind.SAW, who="Carlo")
    evening.do(timeline.WithdrawNote, "Carlo", incident_id=noted, note=2, reason="not so")
    how = {"outcome": Outcome.RECOVERED, "asked": Asked.ALOUD, "verdict": 3}
    for each in (soup, again):
        evening.later(minutes=5)
        evening.do(incidents.SettleIncident, "Ana", incident_id=each, **how)
    evening.later(minutes=5)
    evening.do(incidents.AddVerdict, "Ana", incident_id=soup, verdict=5)
    evening.do(incidents.ReopenIncident, "Ana", incident_id=again, reason="again")
    evening.do(incidents.WithdrawIncident, "Tom", incident_id=twice, reason="logged twice")
    rows = evening.desk.ask(asked.closed_on, today)
    assert [(row.place, row.status, row.outcome, row.verdict, row.reason, row.closed_by) for row in rows] == [
        ("Table 3", Status.WITHDRAWN, None, None, "logged twice", "Tom"),
        ("Table 2", Status.SETTLED, Outcome.RECOVERED, 5, None, "Ana"),
    ]
    assert evening.desk.ask(asked.closed_counts, today) == (1, 1)
    assert rows[1].closed_at == evening.time("12:05")
    assert (rows[1].guest, rows[1].party_size, rows[1].said) == ("Rivera", 4, "cold soup")
    assert evening.desk.ask(asked.closed_on, today + timedelta(days=1)) == ()
    evening.later(minutes=5)
    evening.do(incidents.ChangeIncident, "Tom", incident_id=twice, place="Table 4")
    assert [row.place for row in evening.desk.ask(asked.closed_on, today)] == ["Table 4", "Table 2"]
    evening.do(incidents.RestoreIncident, "Tom", incident_id=twice)
    assert [row.place for row in evening.desk.ask(asked.closed_on, today)] == ["Table 2"]


def test_what_is_closed_after_midnight_belongs_to_the_night_before(evening: Evening) -> None:
    today = evening.desk.house.service_date(evening.at("20:00"))
    evening.later(hours=5)
    for act in (incidents.WithdrawIncident, incidents.SettleIncident):
        one = evening.log()
        how = (
            {"reason": "twice"} if act is incidents.WithdrawIncident else {"outcome": Outcome.LOST, "asked": Asked.CARD}
        )
        evening.do(act, incident_id=one, **how)
    assert len(evening.desk.ask(asked.closed_on, today)) == 2
    assert evening.desk.ask(asked.closed_on, today + timedelta(days=1)) == ()


def test_a_real_house_is_untouched_until_the_first_act(evening: Evening, tmp_path: Path) -> None:
    assert not evening.desk.ask(asked.is_untouched)  # a practice house
    with closing(make_desk(Address(data=tmp_path / "real"), zone_name="UTC")) as desk:
        assert desk.ask(asked.is_untouched)
        add = {"command_id": CommandId(new_id()), "by": THE_HOUSE, "at": desk.now(), "name": "Dana"}
        desk.do(staff.AddPerson(**add, person_id=PersonId(new_id()), role=Role.MANAGER))
        assert not desk.ask(asked.is_untouched)
