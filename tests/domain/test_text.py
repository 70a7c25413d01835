"""The one gate in."""

import json
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hospitality_desk.domain.text import LONGEST, CleanText, clean_name, clean_text, folded, has_a_word, is_own_words
from tests.helpers.shared import shared_file


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a b\nc"),
        ("a\r\nb", "a\nb"),
        ("nul\0 bell\a esc\x1b del\x7f c1\x85", "nul bell esc del c1"),
        ("lone \ud800 surrogate \udfff", "lone  surrogate "),
        ("gpj.\u202eexe", "gpj.exe"),
        ("zero\u200bwidth\u200cnon\u200djoiner\u200e\u200f", "zerowidthnonjoiner"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", "family \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("heart \u2764\ufe0f\u200d\U0001f525", "heart \u2764\ufe0f\u200d\U0001f525"),
        ("ar\u200dab", "arab"),
        ("\ufffe\uffff\ufeff", "\ufeff"),
        ("e\u0301", "\u00e9"),
        ("  spaces stay  ", "  spaces stay  "),
        ("", ""),
    ],
)
def test_what_the_gate_keeps(typed: str, kept: str) -> None:
    assert clean_text(typed).text == kept


def test_a_long_text_is_cut_and_it_says_so() -> None:
    cleaned = clean_text("x" * 1_000_000)
    assert len(cleaned.text) == LONGEST
    assert cleaned.cut == 1_000_000 - LONGEST


@pytest.mark.parametrize(
    "typed",
    ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "4111.1111.1111.1111", "４１１１１１１１１１１１１１１１",
     "card 4111 1111 1111 1111, exp 12/27", "378282246310005", "5555\u00a05555\u20095555\u202f4444"],
)  # fmt: skip
def test_card_numbers_leave_only_their_last_four(typed: str) -> None:
    cleaned = clean_text(typed)
    assert cleaned.masked == 1
    digits = [c for c in cleaned.text.split(",")[0] if c.isdecimal()]
    assert len(digits) == 4
    assert clean_text(cleaned.text).text == cleaned.text


@pytest.mark.parametrize(
    "typed",
    ["t12 {card} stolen", "{card} 12/27", "{card} 3 pm", "room 12 {card}", "{card} 4", "+44 20 7946 0018 {card}", "{card} {card}",
     "at 8.30 {card}", "{double}", "{dashed}", "{broken}", "{slashed}", "{under}", "3782 822463 10005 and more"],
)  # fmt: skip
def test_a_card_beside_other_numbers_is_seen(typed: str) -> None:
    card = "4111 1111 1111 1111"
    written = {
        "card": card, "double": card.replace(" ", "  "), "dashed": card.replace(" ", " - "),
        "broken": card.replace(" ", "\n"), "slashed": card.replace(" ", "/"), "under": card.replace(" ", "_"),
    }  # fmt: skip
    cleaned = clean_text(typed.format(**written))
    assert cleaned.masked == (2 if typed.count("{card}") == 2 else 1)
    assert "1111 1111" not in cleaned.text
    assert "822463" not in cleaned.text
    assert clean_text(cleaned.text) == CleanText(text=cleaned.text)


def test_a_card_over_the_cut_keeps_no_digit_of_its_beginning() -> None:
    cleaned = clean_text("x" * 19_986 + " 4111 1111 1111 1111")
    assert not any(char.isdecimal() for char in cleaned.text)


def test_a_card_written_over_lines_in_a_name_is_seen() -> None:
    cleaned = clean_name("4111\n1111\n1111\n1111")
    assert cleaned.masked == 1
    assert clean_name(cleaned.text) == CleanText(text=cleaned.text)


def test_two_phones_in_a_row_are_no_card() -> None:
    chance = random.Random(1)
    for _ in range(2000):
        phones = [
            f"{chance.randrange(200, 999)}-{chance.randrange(200, 999)}-{chance.randrange(10_000):04}" for _ in "ab"
        ]
        assert clean_text(" ".join(phones)).masked == 0


def test_the_code_beside_a_card_goes_too() -> None:
    cleaned = clean_text("4111 1111 1111 1111 cvv 123")
    assert "123" not in cleaned.text
    assert cleaned.masked == 2
    assert clean_text("room pin 1234").text == "room pin 1234"


@pytest.mark.parametrize(
    "typed",
    [
        "917-555-0147",
        "2026-11-20 12:32:05",
        "1763660000",
        "booking 4111111111111112",
        "0000000000000000",
        "table 12 13 14",
    ],
)
def test_other_numbers_stay(typed: str) -> None:
    assert clean_text(typed).text == typed


@given(some.text())
def test_the_gate_is_idempotent_and_its_text_fits_both_stores(typed: str) -> None:
    kept = clean_text(typed).text
    assert clean_text(kept).text == kept
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode()
    assert "\0" not in kept


def test_names_are_one_line_with_few_marks() -> None:
    zalgo = "Z" + "\u0300" * 1000 + "oë"
    assert clean_name(f"  {zalgo}\n Lee ").text == unicodedata.normalize("NFC", "Z" + "\u0300" * 4 + "oë") + " Lee"


@pytest.mark.parametrize(
    ("text", "has"),
    [("a", True), ("7", True), ("客", True), ("", False), ("  \n", False), ("👍🏽 🎉", False), ("?!", False)],
)
def test_a_word_is_a_letter_or_a_digit(text: str, has: bool) -> None:
    assert has_a_word(text) is has


@pytest.mark.parametrize(
    ("text", "own"),
    [('"My purse."', True), ("“My purse.”", True), ("«Mon sac»", True), ("„Meine Tasche“", True), ('He said "no"', False),
     ('"Table 5 waits" says the kitchen, "ten minutes"', False), ('"', False), ('""', False)],
)  # fmt: skip
def test_own_words_stand_in_quotation_marks_as_a_whole(text: str, own: bool) -> None:
    assert is_own_words(text) is own


def test_names_are_compared_without_case_and_accents() -> None:
    assert folded(" José  LÓPEZ") == folded("jose lopez")


def test_every_naughty_string_comes_through_once_and_for_all() -> None:
    for typed in json.loads(shared_file("17_naughty_strings/blns.json").read_text(encoding="utf-8")):
        kept = clean_text(typed).text
        assert clean_text(kept).text == kept
        kept.encode()


@pytest.mark.parametrize("typed", ["411111 1111 111111", "4111 11111111 1111"])
def test_a_card_in_groups_of_its_own_is_seen(typed: str) -> None:
    assert clean_text(typed).masked == 1
