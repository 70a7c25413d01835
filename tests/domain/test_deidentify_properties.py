"""A known value planted in prose is found in any disguise, its replacement hides it, and nothing else is hurt."""

import itertools
import json
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hospitality_desk.domain.deidentify.finding import find_all, replaced
from hospitality_desk.domain.deidentify.finds import Find, FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from tests.helpers.shared import shared_file

PROSE = (
    "the guest waited for the soup and the server told her what he knew",
    "a glass broke near the window, nobody was hurt, and we swept it up",
    "we promised a call back and made it in time; she was pleased",
    "the kitchen had lost the order during a busy service",
    "her coat hung in the wrong wardrobe, and it took a while",
    "it was cold, so they moved to another place by the door",
)
NAMES = ("Siobhán O'Neill", "Marcus Valente", "Priyanka Nair", "Zoë Okonkwo", "Jean-Luc Muñoz", "Ana de la Vega")
PHONES = ("+1 (555) 010-4477", "917-555-0147", "+44 20 7946 0018")
PLACES = ("Table 12", "Room 412", "T7")
REFERENCES = ("RB-88213", "KX 40771", "INV/2026/0042")


def _parts(name: str) -> list[str]:
    return [part for part in name.replace("-", " ").split() if part not in ("de", "la")]


Draw = Callable[[st.SearchStrategy[object]], object]
NAME_DISGUISES: tuple[Callable[[str, int], str], ...] = (
    lambda name, n: name,
    lambda name, n: name.upper(),
    lambda name, n: name.lower(),
    lambda name, n: unicodedata.normalize("NFD", name),
    lambda name, n: "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)),
    lambda name, n: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
    lambda name, n: name.replace("'", "’"),
    lambda name, n: name.replace("'", ""),
    lambda name, n: name + "'s",
    lambda name, n: name + "’s",
    lambda name, n: name.replace(" ", "\n"),
    lambda name, n: name.replace(" ", "\u00a0"),
    lambda name, n: "\u200b".join(name),
    lambda name, n: "\u00ad".join(name),
    lambda name, n: name.replace(" ", "").replace("-", ""),
    lambda name, n: _parts(name)[0],
    lambda name, n: _parts(name)[-1],
    lambda name, n: "Ms " + _parts(name)[-1],
    lambda name, n: _parts(name)[-1] + ", " + _parts(name)[0],
    lambda name, n: " ".join(_parts(name)[-1]),
    lambda name, n: ".".join(_parts(name)[0]) if len(_parts(name)[0]) > 3 else name,
    lambda name, n: ". ".join(part[0] for part in _parts(name)) + ".",
    lambda name, n: _split(_parts(name)[-1], n, "-\n"),
    lambda name, n: _split(_parts(name)[-1], n, "\n"),
    lambda name, n: _look_alike(name),
    lambda name, n: _slip(max(_parts(name), key=len), n),
)
SEPARATORS = ("", " ", "-", ".", " - ", "\u00a0")
DIGIT_WORDS = dict(
    zip("0123456789", ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], strict=True)
)


def _split(word: str, n: int, between: str) -> str:
    at = 2 + n % max(1, len(word) - 3)
    return word[:at] + between + word[at:]


def _look_alike(name: str) -> str:
    return name.translate(str.maketrans("aeopcxiАВ", "аеорсхіAB"))


def _slip(word: str, n: int) -> str:
    if len(word) < 5:
        return word
    at = 1 + n % (len(word) - 2)
    kinds = (
        word[:at] + word[at + 1 :],
        word[:at] + "w" + word[at:],
        word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
    )
    return kinds[n % 3] if "'" not in word else word


@st.composite
def disguised(draw: st.DrawFn) -> tuple[Known, str]:
    """A known value and one of its disguises."""
    sort = draw(st.sampled_from([FindType.NAME, FindType.PHONE, FindType.PLACE, FindType.NUMBER]))
    n = draw(st.integers(0, 40))
    value = draw(
        st.sampled_from({FindType.NAME: NAMES, FindType.PHONE: PHONES, FindType.PLACE: PLACES}.get(sort, REFERENCES))
    )
    known = Known(value=value, type=sort, replacement=draw(st.sampled_from(["someone", "the guest", "a thing", ""])))
    if sort == FindType.NAME:
        return known, draw(st.sampled_from(NAME_DISGUISES))(value, n)
    digits = "".join(char for char in value if char.isdigit())
    if sort == FindType.PHONE:
        tail = digits[-(6 + n % (len(digits) - 5)) :]
        if n % 4 == 0:
            return known, " ".join(DIGIT_WORDS[digit] for digit in tail)
        between = SEPARATORS[n % len(SEPARATORS)]
        return known, between.join(tail[at : at + 3] for at in range(0, len(tail), 3))
    if sort == FindType.PLACE:
        word = "room" if value.startswith("R") else "table"
        spoken = (
            " ".join(DIGIT_WORDS[digit] for digit in digits)
            if len(digits) == 3
            else {"12": "twelve"}.get(digits, "seven")
        )
        forms = (f"{word} {digits}", f"{word.upper()} {digits}", f"{word[0]}{digits}", f"{word[0].upper()}-{digits}")
        return known, (*forms, f"{word} #{digits}", f"{word} no. {digits}", f"{word} {spoken}")[n % 7]
    forms = (value, value.lower(), value.replace("-", "").replace(" ", ""), value.replace("-", " ").replace("/", " "))
    return known, forms[n % 4]


@st.composite
def planted(draw: st.DrawFn) -> tuple[Known, str, str, int]:
    """A disguised value between two pieces of prose, and where it stands."""
    known, disguise = draw(disguised())
    before, after = draw(st.sampled_from(PROSE)), draw(st.sampled_from(PROSE))
    lead = draw(st.sampled_from([". Then ", "; it was ", " and ", ", with ", " ("]))
    return known, disguise, f"{before}{lead}{disguise} - {after}.", len(before) + len(lead)


OTHERS = tuple(
    Known(value=each, type=FindType.NAME, replacement="someone") for each in ("Dana Whitlock", "Carlo Esposito")
)


@given(planted())
@settings(max_examples=300, deadline=None)
def test_a_planted_value_is_always_found(story: tuple[Known, str, str, int]) -> None:
    known, disguise, text, at = story
    found = KnownList([*OTHERS, known]).finds(text)
    assert [each.known for each in found] == [known.value], (disguise, found)
    assert found[0].start <= at or "\n" in disguise
    assert found[0].end >= at + len(disguise.rstrip("'’s.")) - 1
    assert all(each.value == text[each.start : each.end] for each in found)


@given(planted())
@settings(max_examples=300, deadline=None)
def test_what_was_replaced_is_found_no_more(story: tuple[Known, str, str, int]) -> None:
    known, _disguise, text, _at = story
    knowns = KnownList([*OTHERS, known])
    once = replaced(text, find_all(text, knowns))
    assert knowns.finds(once) == ()
    assert replaced(once, find_all(once, knowns)) == once
    assert "  " not in once
    assert "( " not in once


TEXTS = st.text(
    st.sampled_from(
        "aeiou RSTz.,;:'’\"()-\n@#$€/+0123456789éß١李اñ\u200b\u0301\u00adMrMsroom table at dot Siobhán O'Neill"
    ),
    max_size=120,
)
ALL_KNOWN = KnownList(
    [
        *(Known(value=each, type=FindType.NAME, replacement="someone") for each in (*NAMES, "Bo", "李", "Rose")),
        *(Known(value=each, type=FindType.PHONE, replacement="") for each in PHONES),
        *(Known(value=each, type=FindType.PLACE, replacement="a place") for each in (*PLACES, "The Old Mill")),
        *(Known(value=each, type=FindType.NUMBER, replacement="a number") for each in REFERENCES),
    ]
)


def assert_sound(text: str, found: tuple[Find, ...]) -> None:
    assert all(text[each.start : each.end] == each.value and each.value for each in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@given(TEXTS | st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_rewritten(text: str) -> None:
    found = find_all(text, ALL_KNOWN)
    assert_sound(text, found)
    replaced(text, found)
    words = {word for word in text.split() if word.isalpha()}
    untouched = {w for w in words if not any(w in each.value for each in found)}
    assert replaced(text, ()) == text
    assert untouched <= set("".join(c if c.isalpha() else " " for c in replaced(text, found)).split()) | _reworded(
        text, found
    )


def _reworded(text: str, found: tuple[Find, ...]) -> set[str]:
    """Words that may go with an empty replacement, or get a capital where a sentence now begins with them."""
    after = replaced(text, found)
    gone = {"at", "on", "in", "from", "to", "by", "for", "with", "of", "under", "a", "an", "the"}
    return gone | {word for word in text.split() if word[:1].upper() + word[1:] in after}


def test_hostile_strings_are_read_fast() -> None:
    strings: list[str] = json.loads(shared_file("17_naughty_strings/blns.json").read_text("utf-8"))
    for string in strings:
        found = find_all(string, ALL_KNOWN)
        assert_sound(string, found)
        replaced(string, found)


LONG = {
    "prose": "Ms Rivera left her purse in a taxi at 12:32, and Siobhan said so. ",
    "one word": "a",
    "digits": "1",
    "numbers": "1 ",
    "initials": "S.",
    "lines": "\n",
    "hyphens": "a-",
    "broken": "a\n",
    "brackets": "(",
    "phones": "917-555-0147 ",
    "at": "a@",
    "links": "www.",
    "spoken": "five ",
    "dots": "at dot ",
    "plain names": "Rose ",
    "titles": "Mr ",
    "capitals": "Aa ",
    "mixed": "a1",
    "joined": "siobhan",
    "marks": "e\u0301",
    "hidden": "a\u200b",
    "Han": "李",
    "streets": "1 Elm ",
    "codes": "RB 88 213 ",
    "tables": "table 12 ",
    "halves": "half past ",
    "money": "$1",
    "quotes": "'a",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_a_text_of_20_000_characters_is_read_in_a_moment(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    before = time.process_time()
    found = find_all(text, ALL_KNOWN)
    replaced(text, found)
    assert time.process_time() - before < 3
    assert_sound(text, found)
