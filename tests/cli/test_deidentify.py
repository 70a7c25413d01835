"""The filter on the command line: no house, nothing kept."""

import json

import pytest

from hospitality_desk.domain.text import LONGEST
from tests.cli.conftest import Cli

STORY = "Ms Rivera left her purse at 13:40; call 917-555-0147. Table 12 saw it."


def test_the_text_alone(bare: Cli) -> None:
    ran = bare.run("deidentify", "--known", "Rivera", "--known", "Table 12", stdin=STORY.encode())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Someone left her purse at one time; call a phone number. A table saw it.\n"
    assert not bare.data.exists()


def test_json_names_every_find(bare: Cli) -> None:
    document = bare.ok("deidentify", "--known", "Rivera", stdin=STORY.encode())
    assert document["text"] == STORY
    assert all(STORY[each["start"] : each["end"]] == each["value"] for each in document["found"])
    assert document["found"][0] == {
        "start": 0,
        "end": 9,
        "type": "name",
        "value": "Ms Rivera",
        "replacement": "someone",
        "sure": True,
    }
    assert [each["type"] for each in document["found"]] == ["name", "time", "phone", "place"]
    assert "Rivera" not in document["deidentified"]
    assert not bare.data.exists()


def test_a_lone_capital_stays_where_names_are_told(bare: Cli) -> None:
    story = b"Rivera lost it in Hoboken; her husband Declan knew."
    assert bare.run("deidentify", stdin=story).out == "Someone lost it in a place; her husband someone knew.\n"
    told = bare.run("deidentify", "--known", "Rivera", stdin=story).out
    assert told == "Someone lost it in Hoboken; her husband someone knew.\n"
    record = {"id": 1, "text": "it was lost in Hoboken"}
    ran = bare.run("deidentify", "--jsonl", stdin=lines(record, {**record, "known": []}))
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == ["it was lost in a place", record["text"]]


def test_no_text_is_an_empty_text(bare: Cli) -> None:
    assert bare.ok("deidentify") == {"text": "", "found": [], "deidentified": ""}
    assert bare.run("deidentify").out == ""


def test_odd_bytes_are_left_out(bare: Cli) -> None:
    ran = bare.run("deidentify", "--known", "Rivera", stdin=b"\xff\x00Ri\xc2\xadvera came\xfe")
    assert ran.out == "Someone came\n"


def test_a_long_text_is_cut_and_that_is_said(bare: Cli) -> None:
    ran = bare.run("deidentify", stdin=b"a " * LONGEST)
    assert len(ran.out) <= LONGEST + 1
    assert ran.err == "20,000 of 40,000 characters read; the text is longer than one text may be.\n"
    assert bare.ok("deidentify", stdin=b"a " * LONGEST)["said"] == [ran.err.strip()]


def test_a_dash_is_no_option_and_known_needs_words(bare: Cli) -> None:
    assert bare.run("deidentify", "--known", "", "--known", " ", stdin=b"a b").out == "a b\n"
    assert "argument" in bare.misused("deidentify", "--known")
    assert "TEXT" in bare.misused("deidentify", "TEXT")


def lines(*records: object) -> bytes:
    return "".join(each if isinstance(each, str) else json.dumps(each) + "\n" for each in records).encode()


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_lines_are_answered_in_order(bare: Cli, option: tuple[str, ...]) -> None:
    given = lines(
        {"id": "a", "text": "Bob Dylan called", "known": ["Bob Dylan"]},
        {"id": 2, "text": "Rivera came with Lund", "known": ["Lund"]},
        "\n",
        {"id": None, "text": "a\nb"},
        {"id": {"n": 1}, "text": ""},
    )
    ran = bare.run(*option, "deidentify", "--jsonl", "--known", "Rivera", stdin=given)
    assert (ran.status, ran.err) == (0, "")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {"id": "a", "text": "Someone called"},
        {"id": 2, "text": "Someone came with someone"},
        {"id": None, "text": "a\nb"},
        {"id": {"n": 1}, "text": ""},
    ]
    assert not bare.data.exists()


def test_a_broken_line_is_named_and_the_rest_goes_on(bare: Cli) -> None:
    ran = bare.run("deidentify", "--jsonl", stdin=lines({"id": 1, "text": "a"}, "{oh\n", {"id": 3, "text": "b"}))
    assert ran.status == 1
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == [1, 3]
    assert ran.err == "Line 2: this is no JSON. The other lines go on.\n"


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "1",
        "{}",
        '{"text": 1}',
        '{"text": "a", "known": "b"}',
        '{"text": "a", "known": [1]}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_what_is_no_such_line(bare: Cli, line: str) -> None:
    ran = bare.run("deidentify", "--jsonl", stdin=line.encode("latin-1"))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.startswith("Line 1: ")


def test_odd_letters_in_a_line_come_back_as_json(bare: Cli) -> None:
    ran = bare.run(
        "deidentify", "--jsonl", stdin=b'\xef\xbb\xbf{"id": "\\ud800", "text": "a\\u2028b \\ud800 \xc3\xa9"}\n'
    )
    assert ran.status == 0
    assert len(ran.out.splitlines()) == 1
    assert json.loads(ran.out) == {"id": "\ud800", "text": "a\u2028b  é"}


def test_a_long_line_is_cut_and_named(bare: Cli) -> None:
    ran = bare.run("deidentify", "--jsonl", stdin=lines({"id": 1, "text": "a " * LONGEST}))
    assert ran.status == 0
    assert ran.err.startswith("Line 1: 20,000 of 40,000 characters read")
