"""Money, ids, house, people and the plain form of things."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hospitality_desk.domain.clock import in_utc, iso
from hospitality_desk.domain.entries import NoteElsewhere, NoteMade, PromiseMade, Withdrawn
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import EntryId, IncidentId, PersonId
from hospitality_desk.domain.incidents import problem_kind
from hospitality_desk.domain.json_form import canonical, from_json, to_json
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.staff import Permission, Person, Role


@pytest.mark.parametrize(
    ("minor", "currency", "written"),
    [(6400, "USD", "$64"), (4650, "USD", "$46.50"), (120000, "EUR", "€1,200"), (1200, "SEK", "12 SEK"), (500, "JPY", "¥500"),
     (1250, "KWD", "1.250 KWD"), (-6400, "USD", "-$64"), (5, "USD", "$0.05"), (0, "USD", "$0")],
)  # fmt: skip
def test_money_is_written_for_a_reader(minor: int, currency: str, written: str) -> None:
    assert str(Money(minor=minor, currency=currency)) == written


def test_a_moment_without_a_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone"):
        in_utc(datetime(2026, 11, 20))  # noqa: DTZ001 - the naive time is what is refused
    assert iso(datetime(2026, 11, 20, 17, 32, tzinfo=UTC)) == "2026-11-20T17:32:00Z"


def test_the_service_date_turns_at_four(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(store_id="x", name="x", zone_name="America/New_York", currency="USD", practice=False)
    assert house.service_date(datetime(2026, 11, 21, 5, 40, tzinfo=UTC)) == date(2026, 11, 20)
    assert house.service_date(datetime(2026, 11, 21, 9, 0, tzinfo=UTC)) == date(2026, 11, 21)


def test_kinds_are_found_whatever_their_case() -> None:
    assert problem_kind("LOST  property") == "Lost property"
    assert problem_kind("aliens") is None


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.MANAGER, set(Permission)), (Role.HOST, {Permission.LOG, Permission.CARE, Permission.READ_STORIES}),
     (Role.SERVER, {Permission.LOG, Permission.CARE, Permission.READ_STORIES}),
     (Role.TRAINER, {Permission.LOG, Permission.READ_STORIES, Permission.WRITE_STORIES, Permission.PRINT_STORIES})],
)  # fmt: skip
def test_what_each_role_may(role: Role, may: set[Permission]) -> None:
    person = Person(person_id="x", name="x", role=role)  # type: ignore[arg-type]
    assert {permission for permission in Permission if person.may(permission)} == may
    gone = Person(person_id="x", name="x", role=role, active=False)  # type: ignore[arg-type]
    assert not any(gone.may(permission) for permission in Permission)


def test_blank_fields_are_left_out() -> None:
    note = NoteMade(text="x", promise=PromiseMade(by=datetime(2026, 1, 1, tzinfo=UTC)))
    assert canonical(to_json(note)) == '{"promise":{"by":"2026-01-01T00:00:00Z"},"text":"x"}'


def test_an_entry_from_before_notes_named_their_move_still_reads() -> None:
    assert from_json(NoteMade, {"text": "x"}) == NoteMade(text="x", moved_from=None, written_by=None)
    gone = from_json(Withdrawn, {"reason": "moved to #2", "note": 3})
    assert gone == Withdrawn(reason="moved to #2", note=3, moved_to=None)
    there = NoteElsewhere(incident_id=IncidentId("i"), entry_id=EntryId("e"))
    for body in (replace(gone, moved_to=there), NoteMade(text="x", moved_from=there, written_by=PersonId("p"))):
        assert from_json(type(body), to_json(body)) == body


@pytest.mark.parametrize(
    "form", [{"text": 1}, {"text": "x", "other": 1}, {}, {"text": "x", "tells": 4}, "x", {"text": "x", "amount": True}]
)
def test_a_form_that_does_not_fit_is_refused(form: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_json(NoteMade, form)  # type: ignore[arg-type]
