"""Known numbers, the ends of known phones, and known tables in other words."""

import pytest

from hospitality_desk.domain.deidentify.finding import known_from_text
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList


def only(value: str, sort: FindType) -> KnownList:
    return KnownList([Known(value=value, type=sort, replacement="")])


@pytest.mark.parametrize("value", ["40", "2", "hotel", "four", "412", "1234", "A1", "B-12", "-", ""])
def test_a_number_that_says_nothing_is_not_looked_for(value: str) -> None:
    text = "The hotel waited forty minutes, 40 of them twice; 2 guests at four, 412 or 1234, A1, B-12."
    assert only(value, FindType.NUMBER).finds(text) == ()


@pytest.mark.parametrize("value", ["88213", "A123", "12AB", "RB-88213", "1-2-3-4-5"])
def test_a_number_that_says_something_is_found(value: str) -> None:
    assert [each.value for each in only(value, FindType.NUMBER).finds(f"ref {value} was")] == [value]


def test_numbers_in_words_are_a_phone_or_a_place() -> None:
    assert only("88213", FindType.NUMBER).finds("eight eight two one three") == ()
    assert only("AB-5040", FindType.NUMBER).finds("fifty forty of them") == ()
    assert only("Room 412", FindType.PLACE).finds("room four one two")
    assert [each.sure for each in only("917-555-0147", FindType.PHONE).finds("ends in oh one four seven")] == [True]


def test_a_short_number_on_its_own_is_a_place() -> None:
    known = known_from_text("40")
    assert known.type == FindType.PLACE
    assert KnownList([known]).finds("forty minutes, 40 guests and 40 of them") == ()
    assert KnownList([known]).finds("at table 40")


PHONE = "917-555-2014"


@pytest.mark.parametrize(
    ("phone", "text", "value", "sure"),
    [
        ("917-555-0147", "ring 0147", "0147", True),
        ("917-555-0147", "ends in 0147.", "0147", True),
        ("917-555-0147", "the number ending 50147", "50147", True),
        ("917-555-0147", "ends in 01 47", "01 47", True),
        (PHONE, "in 2014 we", "2014", False),
        (PHONE, "after 2014 minutes", "2014", False),
    ],
)
def test_the_end_of_a_phone(phone: str, text: str, value: str, sure: bool) -> None:
    assert [(each.value, each.sure) for each in only(phone, FindType.PHONE).finds(text)] == [(value, sure)]


@pytest.mark.parametrize(
    "text",
    [
        "it cost $2014",
        "2014 euros",
        "at 20:14",
        "at 20.14",
        "2014-03-01",
        "3/2014",
        "A2014",
        "2014ml",
        "12014",
        "the 014 of it",
    ],
)
def test_what_is_no_end_of_a_phone(text: str) -> None:
    assert only(PHONE, FindType.PHONE).finds(text) == ()


TABLE = only("Table 12", FindType.PLACE)


@pytest.mark.parametrize(
    ("text", "value", "sure"),
    [
        ("at the twelfth table", "twelfth table", True),
        ("at the 12th table", "12th table", True),
        ("at the 12-top", "12-top", False),
        ("at the twelve top", "twelve top", False),
        ("it was a table: twelve", "table: twelve", True),
        ("an Tisch zwölf", "Tisch zwölf", True),
        ("à la table numéro douze", "table numéro douze", True),
        ("en la mesa doce", "mesa doce", True),
        ("at Table Twelve", "Table Twelve", True),
        ("Table Twelve waited", "Table Twelve", True),
    ],
)
def test_a_known_table_in_other_words(text: str, value: str, sure: bool) -> None:
    assert [(each.value, each.sure) for each in TABLE.finds(text)] == [(value, sure)]


def test_another_table_is_another_table() -> None:
    assert TABLE.finds("the first table, the thirteenth table, a 10-top, Tisch elf, the twelfth guest") == ()
    assert only("Table 11", FindType.PLACE).finds("at the table once more") == ()
    assert only("Table 11", FindType.PLACE).finds("en la mesa once")
    assert TABLE.finds("She left the table. Twelve of them ran.") == ()
    known = only("Table 2", FindType.PLACE)
    assert [each.sure for each in known.finds("the second table to order")] == [False]
    known = only("Table 22", FindType.PLACE)
    assert [each.value for each in known.finds("the twenty-second table, Tisch zweiundzwanzig")] == [
        "twenty-second table",
        "Tisch zweiundzwanzig",
    ]
