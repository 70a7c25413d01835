"""The kind of a note is guessed from its words, and a sum is read as a house would write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.kind_guess import find_amount, guess_kind, named_kind, read_amount, typed_amount


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("“My purse is in the taxi.”", "heard"),
        ('"We were here before them."', "heard"),
        ("„Ich habe meine Tasche verloren.“", "heard"),
        ("Lunch to the house account, $64.", "cost"),
        ("64.50 € for the taxi", "cost"),
        ("EUR 12 for flowers", "cost"),
        ("paid 20 dollars", "cost"),
        ("Told her we are calling", "told"),
        ("I told them the mains are up at 20:16", "told"),
        ("Let him know about the $20 fare", "told"),
        ("Came in alone, patting her pockets, pale.", "saw"),
        ("Looks tired and pale", "saw"),
        ("Perhaps the phone is in the purse", "think"),
        ("Taxi office says it has asked its drivers", "heard"),
        ("Ana told us the bar is full", "heard"),
        ("Seated her. Asked Ana to call.", "did"),
        ("moved them to table 9", "did"),
        ("Called the taxi office", "did"),
        ("room 64 is ready", "did"),
    ],
)
def test_guess(line: str, kind: str) -> None:
    assert guess_kind(line) == EntryKind(kind)


@pytest.mark.parametrize("nothing", ["", "   ", "…", "?!", "“”"])
def test_nothing_speaks_for_no_kind(nothing: str) -> None:
    assert guess_kind(nothing) is None


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("saw: pale, in tears", "saw", "pale, in tears"),
        ("Heard:it rings", "heard", "it rings"),
        ("TOLD:  we are on it", "told", "we are on it"),
        ("told guest: back at 13:00", "told", "back at 13:00"),
        ("did :moved them", "did", "moved them"),
    ],
)
def test_a_kind_named_at_the_start_decides(line: str, kind: str, rest: str) -> None:
    found = named_kind(line)
    assert found is not None
    assert (found.kind, line[found.start :]) == (EntryKind(kind), rest)


@pytest.mark.parametrize("line", ["sawdust: on the floor", "pale", "at 12:30 she left", "", "note: saw: x"])
def test_other_beginnings_name_none(line: str) -> None:
    assert named_kind(line) is None


@pytest.mark.parametrize(
    ("line", "currency", "minor"),
    [
        ("Lunch to the house account, $64.", "USD", 6400),
        ("$46.50 and $3", "USD", 4650),
        ("$1,200 for the party", "USD", 120000),
        ("1.234,50 € zusammen", "EUR", 123450),
        ("64.50 €", "EUR", 6450),
        ("64,5 €", "EUR", 6450),
        ("€12", "EUR", 1200),
        ("chf 9.90", "CHF", 990),
        ("¥1,200", "JPY", 1200),
        ("20 dollars", "USD", 2000),
        ("20 bucks", "CAD", 2000),
        ("64 €", "USD", None),
        ("£5", "EUR", None),
        ("table 12 at 13:00", "USD", None),
        ("12 sec", "USD", None),
    ],
)
def test_amount_in_a_line(line: str, currency: str, minor: int | None) -> None:
    assert find_amount(line, currency) == minor


@pytest.mark.parametrize(
    ("written", "currency", "minor"),
    [("64", "USD", 6400), ("64.5", "USD", 6450), ("1 200,50", "EUR", 120050), ("1.200", "EUR", 120000),
     ("1.234", "KWD", 1234), ("12", "JPY", 12), ("12.5", "JPY", None), ("6.4.5", "USD", None), ("abc", "USD", None),
     ("", "USD", None), ("64.555", "USD", 6455500), ("9" * 20, "USD", None), ("-5", "USD", None)],
)  # fmt: skip
def test_amount_alone(written: str, currency: str, minor: int | None) -> None:
    assert read_amount(written, currency) == minor


@given(st.text(max_size=600))
def test_no_text_breaks_it(text: str) -> None:
    guess_kind(text)
    found = named_kind(text)
    assert found is None or 0 < found.start <= len(text)
    amount = find_amount(text, "USD")
    assert amount is None or amount >= 0


@pytest.mark.parametrize(("typed", "minor"), [("46", 4600), ("$46", 4600), ("46 dollars", 4600), ("some", None)])
def test_amount_in_its_own_field(typed: str, minor: int | None) -> None:
    assert typed_amount(typed, "USD") == minor
