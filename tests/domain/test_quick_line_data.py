"""The quick line against texts written by others: restaurant calls, times, phone numbers."""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.domain.quick_line import LineContext, PartName, read_line
from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.times import TimeSpan, find_times

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
CALLS = DATA / "07_polyai" / "span_extraction__restaurant8k__train_0.json"
NAUGHTY = DATA / "17_naughty_strings" / "blns.json"
TIMES = DATA / "15_recognizers" / "DateTime" / "English"
PHONES = DATA / "14_phone_numbers" / "matcher_cases.csv"
UTC_ZONE = ZoneInfo("UTC")
NOW = datetime(2026, 11, 20, 17, 34, tzinfo=UTC)
CONTEXT = LineContext(now=NOW, zone=UTC_ZONE, region="US", people=("Carlo", "Dana"))

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
NUMBERS |= {"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15}
ONE_MORE = re.compile(
    r"\b(?:my|his|her|our|the|a|an) (?:\w+ )?(?:wife|husband|boss|mom|mother|father|girlfriend|boyfriend|partner|"
    r"friend|date|son|daughter|brother|sister|boy|girl|baby|child|kid|teen|fiance|cousin|man|woman|lady|person|"
    r"infant|toddler|senior|adult|parent)\b"
)
TIMES_LEFT_OUT = re.compile(
    # lengths nobody counts in a log line
    r"\b(?:months?|decades?)\b|years?\b|^(?:all|full|whole)\b|business"
    # days by number alone, or in an order that differs from country to country
    r"|\d/\d|^\d+(?:th)? at|^\d+, ?\d|on(?: the)? \d+$"
    # no time said
    r"|^now$|^as soon",
    re.IGNORECASE,
)


def needs(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"the outside texts are not here: {path.name}")


def number_in(gold: str) -> int | None:
    """How many people a marked span names; none where it gives no number, or "parents", who may be counted or not."""
    words = re.findall(r"\d+|[a-z']+", gold.lower())
    if "parents" in words or "folks" in words:
        return None
    numbers = [(at, int(word) if word.isdigit() else NUMBERS.get(word)) for at, word in enumerate(words)]
    counted = [n * (2 if words[at + 1 : at + 2] == ["couples"] else 1) for at, n in numbers if n is not None]
    if not counted:
        return None
    return sum(counted) + sum(word in ("me", "myself", "i") for word in words) + len(ONE_MORE.findall(gold.lower()))


def calls(quarters: set[int]) -> Iterator[tuple[str, dict[str, str]]]:
    for example in json.loads(CALLS.read_text(encoding="utf-8-sig")):
        text = example["userInput"]["text"]
        if len(text.split()) > 2 and int(hashlib.sha256(text.encode()).hexdigest(), 16) % 4 in quarters:
            spans = {label["slot"]: label["valueSpan"] for label in example.get("labels", [])}
            yield text, {slot: text[span.get("startIndex", 0) : span["endIndex"]] for slot, span in spans.items()}


def judge(quarters: set[int]) -> tuple[list[bool | None], list[bool | None], int]:
    """For people and for names: True right, False wrong or too much, None missed; and how many spans had no number."""
    people: list[bool | None] = []
    names: list[bool | None] = []
    left_out = 0
    for text, gold in calls(quarters):
        line = read_line(text, CONTEXT)
        number = number_in(gold["people"]) if "people" in gold else None
        if number is None and "people" in gold:
            left_out += 1
        else:
            people += judged(number, line.first(PartName.PARTY_SIZE), lambda value, n=number: value == n)
        wanted = [gold[slot] for slot in ("first_name", "last_name") if slot in gold]
        names += judged(wanted or None, line.first(PartName.GUEST), lambda value, w=wanted: all(n in value for n in w))
    return people, names, left_out


def judged(gold: object, part: Any, is_right: Any) -> list[bool | None]:
    """One verdict for a right part; a wrong one both claims too much and misses what is there."""
    if part is not None and gold is not None and is_right(part.value):
        return [True]
    return [False] * (part is not None) + [None] * (gold is not None)


def precision_and_recall(verdicts: list[bool | None]) -> tuple[float, float]:
    right = verdicts.count(True)
    return right / (right + verdicts.count(False)), right / (right + verdicts.count(None))


@pytest.mark.parametrize(
    ("name", "quarters", "people_floor", "names_floor"),
    [
        ("developed on", {0, 1, 2}, (0.955, 0.925), (0.98, 0.97)),
        ("kept apart", {3}, (0.96, 0.90), (0.92, 0.92)),
    ],
)
def test_restaurant_calls(
    name: str,
    quarters: set[int],
    people_floor: tuple[float, float],
    names_floor: tuple[float, float],
    record_property: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    needs(CALLS)
    people, names, left_out = judge(quarters)
    (people_p, people_r), (names_p, names_r) = precision_and_recall(people), precision_and_recall(names)
    record_property(f"calls {name}", [people_p, people_r, names_p, names_r])
    with capsys.disabled():
        print(  # noqa: T201
            f"\nrestaurant calls, {name}: people P {people_p:.3f} R {people_r:.3f} ({left_out} spans without a number "
            f"left out), names P {names_p:.3f} R {names_r:.3f}"
        )
    assert people_p >= people_floor[0]
    assert people_r >= people_floor[1]
    assert names_p >= names_floor[0]
    assert names_r >= names_floor[1]


def is_right_time(file: str, span: TimeSpan, gold: dict[str, Any]) -> bool:
    future, past = gold["FutureResolution"], gold["PastResolution"]
    if file == "TimeParser":
        return span.clock is not None and span.clock.isoformat() == future["time"]
    if file == "DurationParser":
        return span.length is not None and span.length.total_seconds() == float(future["duration"])
    moments = [moment and f"{moment:%Y-%m-%d %H:%M:%S}" for moment in (span.next, span.last)]
    return moments[0] == future["dateTime"] or moments[1] == past["dateTime"]


@pytest.mark.parametrize(("file", "floor"), [("TimeParser", 1.0), ("DateTimeParser", 0.94), ("DurationParser", 1.0)])
def test_times(file: str, floor: float, record_property: Any, capsys: pytest.CaptureFixture[str]) -> None:
    needs(TIMES)
    right = cases = left_out = 0
    for case in json.loads((TIMES / f"{file}.json").read_text(encoding="utf-8-sig")):
        gold = case["Results"][0]
        if TIMES_LEFT_OUT.search(gold["Text"]):
            left_out += 1
            continue
        reference = (case.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00"
        now = datetime.fromisoformat(reference).replace(tzinfo=UTC)
        start, end = gold["Start"], gold["Start"] + gold["Length"]
        spans = [s for s in find_times(case["Input"], now, UTC_ZONE, ENGLISH) if s.start < end and start < s.end]
        cases += 1
        right += len(spans) == 1 and is_right_time(file, spans[0], gold["Value"])
    record_property(file, [right, cases, left_out])
    with capsys.disabled():
        print(f"\n{file}: {right} of {cases} right, {left_out} beyond a host's line left out")  # noqa: T201
    assert right / cases >= floor
    assert left_out < cases


def test_dates_and_codes_are_no_phones() -> None:
    needs(PHONES)
    rows = list(csv.DictReader(PHONES.read_text(encoding="utf-8").splitlines()))
    impossible = [row for row in rows if row["case_group"] == "IMPOSSIBLE_CASES"]
    eaten = []
    for row in impossible:
        context = LineContext(now=NOW, zone=UTC_ZONE, region=row["region"], people=())
        part = read_line(f"t4 {row['text_or_context']} wrong", context).first(PartName.PHONE)
        if part is not None and part.sure:
            eaten.append(row["text_or_context"])
    assert len(impossible) == 17
    assert eaten == []


def test_written_phones_are_found() -> None:
    needs(PHONES)
    rows = list(csv.DictReader(PHONES.read_text(encoding="utf-8").splitlines()))
    exact = [row for row in rows if row["case_group"] == "EXACT_GROUPING_CASES" and row["region"] == "US"]
    for row in exact:
        context = LineContext(now=NOW, zone=UTC_ZONE, region="US", people=())
        part = read_line(f"call {row['text_or_context']}", context).first(PartName.PHONE)
        assert part is not None, row
        assert row["text_or_context"].startswith("+49") or part.value == "+14156667777"
    assert len(exact) == 7


def test_naughty_strings() -> None:
    needs(NAUGHTY)
    strings = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    for text in strings:
        line = read_line(text, CONTEXT)
        assert line.text == text
        assert all(text[part.start : part.end] == part.raw for part in line.parts)
        line.gist()
    assert len(strings) > 500
