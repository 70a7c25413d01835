"""What the quick line promises, whatever is typed."""

import time
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hospitality_desk.domain.quick_line import LineContext, Part, PartName, ReadLine, read_line

NEW_YORK = ZoneInfo("America/New_York")
PURSE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
CONTEXT = LineContext(
    now=datetime(2026, 11, 20, 17, 34, tzinfo=UTC),  # Friday, 12:34 in the house
    zone=NEW_YORK,
    region="US",
    people=("Carlo", "Dana", "Tom", "Maria Lopez"),
)
PIECES = [
    *("t12", "table ", "room 207", "r", "bar", "lobby", "in the ", "Ms ", "mr and mrs ", "Rivera", "de la ", "O'"),
    *("name is ", "under ", "for ", "the ", "party of ", "4", " people", "me and ", "my wife", "we are "),
    *("917-555-0147", "+41 44 668 18 00", "12:30", "7pm", "by ", "before ", "back ", "in 20 min", " ago", "half past "),
    *("tomorrow ", "Friday ", "last night", "2026-02-30", "31 Feb", "May 4 ", "@carlo", "@", "urgent", "not ", "taxi"),
    *(
        "left purse",
        "cold steak",
        ", ",
        ". ",
        " ",
        "\n",
        "\u200b",
        "e\u0301",
        "é",
        "漢字",
        "😀",
        "\ud800",
        "\0",
        "١٢",
        "½",
    ),
]


def value(line: ReadLine, name: PartName) -> object:
    part = line.first(name)
    return part.value if part else None


def local(line: str, name: PartName, context: LineContext = CONTEXT) -> str | None:
    found = value(read_line(line, context), name)
    return found.astimezone(context.zone).strftime("%d %H:%M %z") if isinstance(found, datetime) else None


def test_the_purse_line() -> None:
    line = read_line(PURSE, CONTEXT)
    assert [(part.part, part.value, part.raw, part.sure) for part in line.parts] == [
        (PartName.PLACE, "Table 12", "t12", True),
        (PartName.GUEST, "Ms Rivera", "Ms Rivera", True),
        (PartName.KIND, "Lost property", "left purse", False),
        (PartName.PHONE, "+19175550147", "917-555-0147", True),
        (PartName.PROMISE_BY, datetime(2026, 11, 20, 18, 40, tzinfo=UTC), "back before 13:40", True),
        (PartName.OWNER, "Carlo", "@carlo", True),
    ]
    assert line.gist() == "Left purse in taxi, phone in it"
    assert line.text == PURSE


@pytest.mark.parametrize(
    ("line", "gist"),
    [
        ("t5 Ms O'Brien's umbrella lost", "Umbrella lost"),
        ("guest at the pool lost ring", "Guest lost ring"),
        ("spilled beer on Mr Ortiz at t4, shirt ruined", "Spilled beer, shirt ruined"),
        ("steak  cold ,  t12 , @carlo", "Steak cold"),
        ("t12: soup cold; call 917-555-0147 or 917-555-0148", "Soup cold; call"),
        ("t12 Ms Lee allergic reaction to nuts", "Allergic reaction to nuts"),
        ("urgent: r7 no heating", "No heating"),
        ("t12 @carlo", "T12 @carlo"),
        ("t12 917-555-0147", "T12"),
        ("917-555-0147", ""),
        ("card 4111 1111 1111 1111 charged twice", "Card charged twice"),
        ("bill $1,200.50 wrong t3", "Bill $1,200.50 wrong"),
        ("", ""),
        ("   ", ""),
        ("ßoup cold", "SSoup cold"),
    ],
)
def test_gist(line: str, gist: str) -> None:
    assert read_line(line, CONTEXT).gist() == gist


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14).map("".join))
@settings(deadline=None, max_examples=500)
def test_whatever_is_typed(text: str) -> None:
    line = read_line(text, CONTEXT)
    assert line.text == text
    names = [part.part for part in line.parts]
    assert len(set(names)) == len(names)
    assert [part.start for part in line.parts] == sorted(part.start for part in line.parts)
    for part in line.parts:
        assert text[part.start : part.end] == part.raw != ""
    solid = [part for part in line.parts if part.part != PartName.KIND]
    assert not any(one.overlaps(other) for one in solid for other in solid if one is not other)
    for part in line.parts:
        check_value(part)
    phone = line.first(PartName.PHONE)
    assert phone is None or phone.raw not in line.gist()


def check_value(part: Part) -> None:
    if part.part in (PartName.PROMISE_BY, PartName.HAPPENED_AT):
        assert isinstance(part.value, datetime)
        assert part.value.utcoffset() == timedelta(0)
        later = part.value > CONTEXT.now
        assert later if part.part == PartName.PROMISE_BY else not later
    elif part.part == PartName.PARTY_SIZE:
        assert isinstance(part.value, int)
        assert 1 <= part.value <= 999
    else:
        assert isinstance(part.value, str)
        assert part.value.strip() == part.value != ""
    assert part.part != PartName.KIND or not part.sure


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=500)
def test_any_unicode(text: str) -> None:
    line = read_line(text, CONTEXT)
    assert line.text == text
    assert all(text[part.start : part.end] == part.raw for part in line.parts)
    line.gist()


@pytest.mark.parametrize(
    ("line", "name", "expected"),
    [
        ("ｔ１２ soup cold", PartName.PLACE, "Table 12"),
        ("t\u200b12 soup", PartName.PLACE, "Table 12"),
        ("room\u00a0207 noise", PartName.PLACE, "Room 207"),
        (unicodedata.normalize("NFD", "Frau Müller t4"), PartName.GUEST, "Frau Müller"),
        (
            unicodedata.normalize("NFD", "señora de la vega t4"),
            PartName.GUEST,
            "Señora de la vega".replace("vega", "Vega"),
        ),
        ("call 917–555–0147", PartName.PHONE, "+19175550147"),
        ("call ٩١٧ ٥٥٥ ٠١٤٧", PartName.PHONE, "+19175550147"),
        ("t12 ＠Carlo", PartName.OWNER, "Carlo"),
        ("T12 MS O’NEILL", PartName.GUEST, "Ms O’Neill"),
    ],
)
def test_odd_typing(line: str, name: PartName, expected: str) -> None:
    assert value(read_line(line, CONTEXT), name) == expected


def test_places_of_the_house() -> None:
    context = replace(CONTEXT, places=("Garden room", "Table 12A", "Jardín", "B7"))
    for line, place, sure in [
        ("cold soup garden ROOM", "Garden room", True),
        ("t12a cold soup", "Table 12A", True),
        ("noise jardin again", "Jardín", True),
        ("b7 no light", "B7", True),
        ("gardenroom cold", None, None),
    ]:
        part = read_line(line, context).first(PartName.PLACE)
        assert (part and part.value, part and part.sure) == (place, sure), line


def test_owner_needs_one_person() -> None:
    context = replace(CONTEXT, people=("Ana Ruiz", "Ana Lopez", "Anabel", "Søren", "José"))
    for line, owner, sure in [
        ("@ana t4", "ana", False),
        ("@ana ruiz t4", "Ana Ruiz", True),
        ("@AnaLopez t4", "Ana Lopez", True),
        ("@anab t4", "Anabel", True),
        ("@soren t4", "Søren", True),
        ("@jose: t4", "José", True),
        ("mail jose@hotel.example", None, None),
        ("t4 (@jose)", "José", True),
        ("@josé.", "José", True),
    ]:
        part = read_line(line, context).first(PartName.OWNER)
        assert (part and part.value, part and part.sure) == (owner, sure), line


def test_phones_by_region() -> None:
    for line, region, phone, sure in [
        ("t4 044 668 18 00", "CH", "+41446681800", True),
        ("t4 07911 123456", "GB", "+447911123456", True),
        ("call 0447911123456", None, "0447911123456", False),
        ("t4 +44 7911 123456", None, "+447911123456", True),
        ("t4 917-555-0147", None, "9175550147", False),
        ("call 917-555-0147", None, "9175550147", False),
        ("t4 917-555-0147", "ZZ", "9175550147", False),
        ("tel:917.555.0147", "US", "+19175550147", True),
        ("room 12 917 555 0147 4 people", "US", "+19175550147", True),
        ("call n/a", "US", None, None),
        ("call 1234567890123456789012345678901234567890", "US", None, None),
    ]:
        part = read_line(line, replace(CONTEXT, region=region)).first(PartName.PHONE)
        assert (part and part.value, part and part.sure) == (phone, sure), line


def test_clock_changes() -> None:
    spring = replace(CONTEXT, now=datetime(2026, 3, 8, 6, 30, tzinfo=UTC))  # 01:30, half an hour before the gap
    assert local("back by 2:30 am", PartName.PROMISE_BY, spring) == "08 03:30 -0400"
    autumn = replace(CONTEXT, now=datetime(2026, 11, 1, 5, 45, tzinfo=UTC))  # 01:45 the first time
    assert local("back by 1:30 am", PartName.PROMISE_BY, autumn) == "01 01:30 -0500"
    assert local("fell at 1:30 am", PartName.HAPPENED_AT, autumn) == "01 01:30 -0400"


def test_the_ends_of_the_calendar() -> None:
    for now in (datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)):
        for line in (
            "back by 13:40 tomorrow",
            "yesterday 9pm",
            "in 300 days",
            "350 days ago",
            "next Friday",
            "3 May 7pm",
        ):
            assert read_line(line, replace(CONTEXT, now=now)).text == line


@pytest.mark.parametrize(
    "unit",
    [
        *PIECES,
        "a",
        "a ",
        "1",
        "1 ",
        "12:30 ",
        "X-",
        "X.",
        "+1",
        "(",
        "@",
        "name is ",
        "a couple of ",
        "walk ",
        PURSE + " ",
    ],
)
def test_no_long_text_stops_the_typing(unit: str) -> None:
    """A guard against work that grows with the square of the text, with room to spare; speeds stand in the benchmarks."""
    start = time.process_time()  # of this process: other programs on the machine do not count
    read_line((unit * 20_000)[:20_000], CONTEXT)
    assert time.process_time() - start < 2
