"""From a line to its command: the line is believed, the person who put it right is believed more."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.desk.quick_log import line_context, log_command, phone_words
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import CommandId, EntryId, IncidentId, PersonId
from hospitality_desk.domain.incidents import PRAISE, Sort, Source
from hospitality_desk.domain.quick_line import LineContext, PartName, read_line
from hospitality_desk.domain.staff import Person, Role
from tests.helpers.evening import Evening

PURSE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 20, 17, 32, tzinfo=UTC)
CARLO, ANA, LEFT = PersonId("carlo"), PersonId("ana"), PersonId("left")
PEOPLE = (
    Person(person_id=LEFT, name="Carlo", role=Role.HOST, active=False),
    Person(person_id=CARLO, name="Carlo", role=Role.HOST),
    Person(person_id=ANA, name="Ana", role=Role.SERVER),
)


def command(line: str, by: PersonId = ANA, **more: Any) -> LogIncident:
    context = LineContext(now=NOW, zone=ZONE, region="US", people=("Ana", "Carlo"))
    ids: dict[str, Any] = {
        "command_id": CommandId("c"), "incident_id": IncidentId("i"), "entry_id": EntryId("e"), "by": by, "at": NOW
    }  # fmt: skip
    return log_command(read_line(line, context), PEOPLE, **ids, **more)


def test_the_purse_line_becomes_the_whole_command() -> None:
    assert command(PURSE) == LogIncident(
        command_id=CommandId("c"),
        incident_id=IncidentId("i"),
        entry_id=EntryId("e"),
        by=ANA,
        at=NOW,
        text=PURSE,
        gist="Left purse in taxi, phone in it",
        place="Table 12",
        guest="Ms Rivera",
        phone="+19175550147",
        kind="Lost property",
        kind_is_a_guess=True,
        offer_to=CARLO,
        promise_what="Back before 13:40",
        promise_by=datetime(2026, 11, 20, 18, 40, tzinfo=UTC),
    )


def test_a_line_that_says_little_gives_a_bare_command() -> None:
    bare = command("the lamp flickers")
    fields = (bare.place, bare.guest, bare.phone, bare.severity, bare.offer_to, bare.promise_by, bare.promise_what)
    assert fields == (None,) * 7
    assert (bare.gist, bare.source, bare.sort) == ("The lamp flickers", Source.TOLD, Sort.PROBLEM)
    assert not bare.kind_is_a_guess or bare.kind is not None


def test_offering_to_oneself_or_to_a_stranger_offers_nothing() -> None:
    assert command("cold soup @carlo", by=CARLO).offer_to is None
    assert command("cold soup @zorro").offer_to is None


def test_severity_and_time_come_from_the_line() -> None:
    said = command("urgent t4 cold soup 20 min ago")
    assert (said.severity, said.severity_is_a_guess) == (Severity.SERIOUS, False)
    assert said.happened_at == NOW - timedelta(minutes=20)
    guessed = command("t4 allergic reaction to the soup")
    assert (guessed.severity, guessed.severity_is_a_guess) == (Severity.SERIOUS, True)


def test_what_a_person_chose_wins_over_the_line() -> None:
    back_by = NOW + timedelta(hours=2)
    chosen = {
        PartName.PLACE: "Table 21",
        PartName.KIND: "Transport",
        PartName.SEVERITY: "minor",
        PartName.OWNER: "Ana",
        PartName.PARTY_SIZE: 4,
        PartName.PROMISE_BY: back_by,
    }
    put_right = command(PURSE, by=CARLO, chosen=chosen, promise_words="By 14:32")
    assert (put_right.place, put_right.kind, put_right.kind_is_a_guess) == ("Table 21", "Transport", False)
    assert (put_right.severity, put_right.severity_is_a_guess) == (Severity.MINOR, False)
    assert (put_right.offer_to, put_right.party_size) == (ANA, 4)
    assert (put_right.promise_by, put_right.promise_what) == (back_by, "By 14:32")


def test_a_part_taken_away_is_gone_and_its_words_tell_the_problem() -> None:
    chosen = {PartName.GUEST: None, PartName.PROMISE_BY: None, PartName.OWNER: None}
    mended = command(PURSE, chosen=chosen)
    assert (mended.guest, mended.promise_by, mended.promise_what, mended.offer_to) == (None, None, None, None)
    assert "Ms Rivera left purse in taxi" in mended.gist
    assert "917" not in mended.gist


def test_a_phone_taken_away_still_never_stands_in_the_list() -> None:
    mended = command(PURSE, chosen={PartName.PHONE: None})
    assert mended.phone is None
    assert "917" not in mended.gist


def test_praise_is_praise_only_when_a_person_says_so() -> None:
    assert command("t4 the soup was wonderful, thank you").sort == Sort.PROBLEM
    assert command("t4 the soup was wonderful", chosen={PartName.KIND: PRAISE}).sort == Sort.PRAISE


def test_a_time_given_apart_wins_over_the_lines_own() -> None:
    when = NOW - timedelta(hours=3)
    assert command("t4 cold soup 20 min ago", happened_at=when).happened_at == when


def test_a_card_number_is_said_once(evening: Evening) -> None:
    line = "t4 paid twice with 4111 1111 1111 1111"
    context = evening.desk.ask(line_context)
    made = log_command(
        read_line(line, context),
        (),
        command_id=CommandId("c"),
        incident_id=IncidentId("i"),
        entry_id=EntryId("e"),
        by=PersonId("the-house"),
        at=evening.clock.moment,
    )
    outcome = evening.desk.do(made)
    assert outcome.notices == ("A card number was not kept, only its last digits.",)


def test_the_context_is_who_is_here_and_the_places_used(evening: Evening) -> None:
    evening.staffed()
    evening.log("cold soup", who="Carlo", place="Winter garden")
    context = evening.desk.ask(line_context)
    assert set(context.people) == {"Dana", "Carlo", "Ana", "Tom"}
    assert context.places == ("Winter garden",)
    assert (context.now, context.zone) == (evening.clock.moment, evening.desk.house.zone)
    assert read_line("winter garden, cold soup", context).first(PartName.PLACE) is not None


@pytest.mark.parametrize(
    ("number", "region", "words"),
    [
        ("+19175550147", "US", "917 555 0147"),
        ("+442079460018", "US", "+44 20 7946 0018"),
        ("+442079460018", "GB", "020 7946 0018"),
        ("+19175550147", None, "+1 917 555 0147"),
        ("5550147", "US", "555 0147"),
        ("5550147", None, "5550147"),
    ],
)
def test_a_phone_is_written_as_people_here_write_it(number: str, region: str | None, words: str) -> None:
    assert phone_words(number, region) == words
