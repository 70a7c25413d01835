"""Times and dates in their rarer writings."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.domain.deidentify.context import Context
from hospitality_desk.domain.deidentify.finding import find_all, replaced
from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.deidentify.patterns import pattern_finds

PURSE = Context(start=datetime(2026, 6, 12, 16, 32, tzinfo=UTC), zone=ZoneInfo("America/New_York"), region="US")


@pytest.mark.parametrize(
    ("writing", "times"),
    [
        ("12:32–13:40", ["12:32", "13:40"]),
        ("12:32-13:40", ["12:32", "13:40"]),
        ("12:32 - 13:40", ["12:32", "13:40"]),
        ("12:32—13:40", ["12:32", "13:40"]),
        ("13:40–14:00", ["13:40", "14:00"]),
        ("1:40–2:00pm", ["1:40", "2:00pm"]),
        ("1:40-2:00 p.m.", ["1:40", "2:00 p.m."]),
        ("7–9pm", ["7", "9pm"]),
        ("7pm-9pm", ["7pm", "9pm"]),
        ("13.40-14.10 Uhr", ["13.40", "14.10 Uhr"]),
        ("13:40/13:45", ["13:40", "13:45"]),
        ("13:40,13:45", ["13:40", "13:45"]),
        ("12:30–1", ["12:30", "1"]),
        ("13:40h", ["13:40h"]),
        ("13:40hrs", ["13:40hrs"]),
        ("13:40 hrs", ["13:40 hrs"]),
        ("1340hrs", ["1340hrs"]),
        ("1:40p", ["1:40p"]),
        ("13 : 40", ["13 : 40"]),
        ("13∶40", ["13∶40"]),
        ("kl. 13.40", ["13.40"]),
        ("kl 13:40", ["13:40"]),
    ],
)
@pytest.mark.parametrize("lead", ["at ", "it was ", "", "("])
def test_clocks(writing: str, times: list[str], lead: str) -> None:
    found = pattern_finds(f"{lead}{writing}, we were told")
    assert [(each.value, each.type, each.sure) for each in found] == [(each, FindType.TIME, True) for each in times]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Looked for 12:32–13:40.", "Looked for minute 0–minute 68."),
        ("Open 1:40–2:00pm.", "Open minute 68–minute 88."),
        ("Between 1–2pm.", "Between minute 28–minute 88."),
        ("At 13:40/13:45 again.", "At minute 68/minute 73 again."),
        ("At 1:40p, 13 : 41, 13∶42 and 13:43h.", "At minute 68, minute 69, minute 70 and minute 71."),
        ("From 12–14 June.", "From one Friday–one Sunday."),
        ("On June twelfth.", "On one Friday."),
        ("On the thirteenth of June.", "On one Saturday."),
        ("6月12日", "One Friday"),
    ],
)
def test_each_end_becomes_its_own_minute_or_weekday(text: str, reads: str) -> None:
    assert replaced(text, find_all(text, KnownList([]), PURSE)) == reads
    assert find_all(reads, KnownList([]), PURSE) == ()


@pytest.mark.parametrize(
    ("text", "values", "sure"),
    [
        ("In June, we", ["June"], False),
        ("By June", ["June"], False),
        ("June was hot", ["June"], False),
        ("It was June.", ["June"], False),
        ("since june", ["june"], False),
        ("It was mid-June", ["June"], False),
        ("June-July was busy", ["June", "July"], False),
        ("the 3rd, 4th and 5th of June", ["3rd", "4th", "5th of June"], True),
        ("In November we had promised it.", ["November"], False),
        ("the last May of all", ["May"], False),
        ("March was cold.", ["March"], False),
        ("IN JUNE WE WERE FULL", ["JUNE"], False),
        ("on June twelfth it", ["June twelfth"], True),
        ("it was May the fourth", ["May the fourth"], True),
        ("the fourth of May", ["the fourth of May"], True),
        ("on the twenty-first of June", ["the twenty-first of June"], True),
        ("May the fourth", ["May the fourth"], False),
        ("from 12–14 June", ["12", "14 June"], True),
        ("from 12th–14th June", ["12th", "14th June"], True),
        ("from 12 to 14 June", ["12", "14 June"], True),
        ("on June 12-14 it", ["June 12", "14"], True),
        ("12 июня", ["12 июня"], True),
        ("было 12 июня 2026", ["12 июня 2026"], True),
        ("6月12日", ["6月12日"], True),
        ("2026年6月12日来了", ["2026年6月12日"], True),
        ("6월 12일", ["6월 12일"], True),
        ("il 12 giugno", ["12 giugno"], True),
    ],
)
def test_dates(text: str, values: list[str], sure: bool) -> None:
    found = pattern_finds(text)
    assert [(each.value, each.sure) for each in found] == [(each, sure) for each in values]
    assert {each.type for each in found} == {FindType.DATE}


@pytest.mark.parametrize(
    "text",
    [
        "May I help? May we? Then we march on, and we may wait.",
        "a ratio of 3:1, a score of 2-1, from 2-4 guests",
        "two and a half, 4-6 weeks, 10-12 people, 1.5-2 litres",
        "the first march, the second may",
        "MAY I HELP",
    ],
)
def test_no_time_and_no_date(text: str) -> None:
    assert pattern_finds(text) == ()


def test_a_month_that_does_something_is_somebody() -> None:
    (found,) = pattern_finds("April said so")
    assert (found.value, found.type) == ("April", FindType.NAME)
    assert [each.type for each in pattern_finds("my name is June")] == [FindType.NAME]
    assert [each.type for each in pattern_finds("then Ms June left")] == [FindType.NAME]


@pytest.mark.parametrize("text", ["from 7 to 9pm", "between 7 and 9pm", "open 7 to 9 p.m."])
def test_the_first_of_two_hours_is_a_time_too(text: str) -> None:
    assert [each.value[0] for each in pattern_finds(text)] == ["7", "9"]
