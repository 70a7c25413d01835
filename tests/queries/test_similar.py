"""The open problem a typed line is most like, as the store has it."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import event

from hospitality_desk.commands import incidents
from hospitality_desk.commands.imports import ImportedProblem
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId, new_id
from hospitality_desk.domain.incidents import Asked, Outcome, Sort
from hospitality_desk.domain.similarity import Reason
from hospitality_desk.queries.similar import SimilarProblem, TypedLine, similar_open
from tests.helpers.evening import Evening

PURSE = TypedLine(
    gist="Left purse in taxi, phone in it", place="Table 12", guest="Ms Rivera", phone="+19175550147",
    kind="Lost property",
)  # fmt: skip
BAG = "“A lady’s bag went off in a cab.”"


def similar(
    evening: Evening, line: TypedLine = PURSE, apart: frozenset[IncidentId] = frozenset()
) -> SimilarProblem | None:
    return evening.desk.ask(similar_open, line, apart)


@pytest.fixture
def bag(evening: Evening) -> IncidentId:
    """The picture: Tom logged it three minutes ago, in the guest's words."""
    evening.staffed()
    evening.at("12:31")
    incident = evening.log(f"t12 {BAG}", "Tom", gist=BAG, place="Table 12")
    evening.at("12:34")
    return incident


def test_the_picture(evening: Evening, bag: IncidentId) -> None:
    evening.log("Cold soup", "Ana", place="Table 4")
    found = similar(evening)
    assert found is not None
    assert found == SimilarProblem(
        incident_id=bag, number=1, place="Table 12", guest=None, logged_at=evening.time("12:31"), logged_by="Tom",
        logged_by_id=evening.ids["Tom"],        wrote=BAG, own_words=True, reasons=(Reason.PLACE, Reason.WORDS),
    )  # fmt: skip


def test_nothing_open_or_nothing_alike(evening: Evening) -> None:
    assert similar(evening) is None
    evening.log("Cold soup", place="Table 4")
    assert similar(evening) is None


def test_who_wrote_it_is_who_logged_it_also_when_the_guest_said_more(evening: Evening, bag: IncidentId) -> None:
    lamp = evening.log("r7 lamp flickers", "Ana", gist="Lamp flickers", place="Room 7")
    evening.note(lamp, EntryKind.HEARD, "“It hums like a bee.”", "Carlo")
    found = similar(evening, TypedLine(gist="bee hums in the lamp", place="Room 7"))
    assert found is not None
    assert (found.incident_id, found.logged_by, found.wrote, found.own_words) == (lamp, "Ana", "Lamp flickers", False)
    assert similar(evening) is not None


def test_a_phone_is_known_as_it_was_put_right(evening: Evening) -> None:
    incident = evening.log("upset", gist="Upset", phone="+19175550100")
    by_phone = TypedLine(gist="no call back", phone="+19175550100")
    assert similar(evening, by_phone) is not None
    evening.do(incidents.ChangeIncident, incident_id=incident, phone="+442079460018")
    assert similar(evening, by_phone) is None
    assert similar(evening, TypedLine(gist="no call back", phone="+442079460018")) is not None
    evening.do(incidents.ChangeIncident, incident_id=incident, phone="")
    assert similar(evening, TypedLine(gist="no call back", phone="+442079460018")) is None


def test_only_open_problems_are_looked_at(evening: Evening, bag: IncidentId) -> None:
    praise = evening.log(f"t12 {BAG}", "Tom", gist=BAG, place="Table 12", sort=Sort.PRAISE)
    found = similar(evening)
    assert found is not None
    assert found.incident_id == bag != praise
    evening.do(incidents.SettleIncident, "Tom", incident_id=bag, outcome=Outcome.RECOVERED, asked=Asked.CARD)
    assert similar(evening) is None
    evening.do(incidents.ReopenIncident, "Tom", incident_id=bag, reason="again")
    assert similar(evening) is not None
    evening.do(incidents.WithdrawIncident, "Tom", incident_id=bag, reason="twice")
    assert similar(evening) is None


def test_one_kept_apart_gives_way_to_the_next(evening: Evening, bag: IncidentId) -> None:
    evening.later(minutes=1)
    other = evening.log("t12 the cab has her bag", "Ana", gist="The cab has her bag", place="Table 12")
    first = similar(evening)
    assert first is not None
    second = similar(evening, apart=frozenset({first.incident_id}))
    assert second is not None
    assert {first.incident_id, second.incident_id} == {bag, other}
    assert similar(evening, apart=frozenset({bag, other})) is None


def test_one_brought_in_from_a_file_is_found_too(evening: Evening) -> None:
    evening.bring_in(
        ImportedProblem(
            incident_id=IncidentId(new_id()), source_key="k", text="My purse was left in the taxi", title="A lost purse",
            place="Table 12", when=evening.clock.moment - timedelta(days=2), is_open=True,
        )
    )  # fmt: skip
    found = similar(evening, TypedLine(gist="Left purse in taxi", place="Table 12"))
    assert found is not None
    assert (found.wrote, found.own_words, found.logged_by) == ("A lost purse", False, "The house")


def test_the_question_is_two_statements_however_many_are_open(evening: Evening) -> None:
    """And with 200 open it is a fraction of what a hand needs for one key (measured 18 ms on two busy cores)."""
    evening.bring_in(
        *[
            ImportedProblem(
                incident_id=IncidentId(new_id()), source_key=str(n), text=f"The room {n} was cold", place=f"Room {n}",
                is_open=True,
            )
            for n in range(200)
        ]
    )  # fmt: skip
    said: list[str] = []
    with evening.desk._store.read() as connection:
        engine = connection.engine

    def heard(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        said.append(statement)

    event.listen(engine, "before_cursor_execute", heard)
    try:
        start = time.perf_counter()
        found = similar(evening, TypedLine(gist="The room was cold", place="Room 77", phone="+19175550147"))
        took = time.perf_counter() - start
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    assert found is not None
    assert found.place == "Room 77"
    assert len([each for each in said if "payloads" in each]) == 2
    assert took < 1.0


def test_it_walks_the_index_of_what_is_open(evening: Evening) -> None:
    evening.log()
    said: list[tuple[str, object]] = []
    with evening.desk._store.read() as connection:
        engine = connection.engine

    def heard(_connection: object, _cursor: object, statement: str, given: object, *_more: object) -> None:
        said.append((statement, given))

    event.listen(engine, "before_cursor_execute", heard)
    try:
        similar(evening)
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    selects = [each for each in said if "payloads" in each[0]]
    assert len(selects) == 2
    with evening.desk._store.read() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if not is_sqlite:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for statement, given in selects:
            explain = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement}"
            plan = " ".join(str(tuple(row)) for row in connection.exec_driver_sql(explain, given))
            assert ("ix_incidents_open" if "opening" in statement else "ix_entries_incident_id") in plan
            assert "SCAN entries" not in plan
