"""Rows as problems: which come in, which are rejected and why, and how a row is known again."""

import dataclasses
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.documents.csv_reading import read_csv
from hospitality_desk.documents.problem_rows import ProblemRows, problem_rows
from hospitality_desk.errors import FileTrouble
from hospitality_desk.queries.imports import known_source_keys
from tests.conftest import Template
from tests.helpers.evening import Evening

NOW = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)


def rows(written: str, **mapping: str) -> ProblemRows:
    zone = ZoneInfo("America/New_York")
    return problem_rows(read_csv(written.encode()), mapping, zone=zone, region="US", now=NOW)


def test_the_fields_go_where_they_belong() -> None:
    found = rows(
        "id,what,head,day,where,who,sort,stars,state\n7,Cold soup,Soup,2014-05-23,Bar,Lee,noise,4.5,OPEN\n",
        text="what", title="head", when="day", place="where", guest="who", kind="sort", rating="stars", status="state",
        source_id="id",
    )  # fmt: skip
    (problem,) = found.problems
    assert (problem.text, problem.title, problem.place, problem.guest) == ("Cold soup", "Soup", "Bar", "Lee")
    assert (problem.kind, problem.rating, problem.is_open, problem.source_id) == ("Noise", "4.5", True, "7")
    assert problem.when == datetime(2014, 5, 23, 4, tzinfo=UTC)
    assert problem.source_key == f"id:{sha256(b'7').hexdigest()}"
    assert (found.rejected, found.said) == ((), ())


def test_rows_that_cannot_come_in_are_listed_and_the_others_come() -> None:
    found = rows(
        'text,day,state\ncold,,\n,2014-01-01,\n🦊,,\nwarm,soon,\nnoise,2030-01-01,\nlate,,pending\n"a, b",,,x\nok,,settled\n',
        text="text", when="day", status="state",
    )  # fmt: skip
    assert [problem.text for problem in found.problems] == ["cold", "ok"]
    assert [(each.row, each.reason) for each in found.rejected] == [
        (2, "There is no text."),
        (3, "There is no text."),
        (4, "“soon” is no date we can read."),
        (5, "“2030-01-01” lies ahead."),
        (6, "“pending” is no status: write open or settled."),
        (7, "The row (line 8) has 4 cells, the header 3: is a quotation mark missing?"),
    ]


def test_kinds_the_house_does_not_have_are_said() -> None:
    found = rows("text,k\na cold,weather\nb cold,NOISE\nc cold,\n", text="text", kind="k")
    assert [problem.kind for problem in found.problems] == [None, "Noise", None]
    assert found.said == ("1 row has a kind the house does not have; it came in as Not yet known.",)


def test_a_row_is_known_again_by_its_id_else_by_its_mapped_cells() -> None:
    written = "id,text,other\n1,cold,a\n1,warm,b\n,cold,c\n,cold,d\n,warm,e\n"
    keys = [each.source_key for each in rows(written, text="text", source_id="id").problems]
    assert keys[0] == keys[1] == f"id:{sha256(b'1').hexdigest()}"
    assert keys[2] == keys[3] != keys[4]
    assert all(key.startswith("row:") for key in keys[2:])
    keys = [each.source_key for each in rows(written, text="text", guest="other").problems]
    assert len(set(keys)) == 5


def test_columns_are_found_whatever_their_case_and_spaces() -> None:
    assert rows(" Review  Text ,x\ncold,1\n", text="review text").problems[0].text == "cold"
    assert rows("a,A\ncold,warm\n", text="A").problems[0].text == "warm"


@pytest.mark.parametrize("written", ["a,b\n1,2\n", "text,text\n1,2\n", "Text,TEXT\n1,2\n"])
def test_a_column_that_is_missing_or_there_twice(written: str) -> None:
    with pytest.raises(FileTrouble) as trouble:
        rows(written, text="text")
    assert written.splitlines()[0].replace(",", ", ") in trouble.value.say


def test_a_doubled_column_nobody_asked_for_is_no_trouble() -> None:
    assert len(rows("text,,\ncold,,\n", text="text").problems) == 1


CARD, OTHER_CARD = "4111 1111 1111 1111", "5555-5555-5555-4444"
ODD_IDS = ["\x00", "a\x00b", "x" * 9_000, "\U0001f98a" * 25_000, "\ud800", "e\u0301" * 3_000, CARD, OTHER_CARD]


@pytest.mark.parametrize("odd", ODD_IDS, ids=ascii)
def test_any_id_is_harmless_in_either_store(template: Template, tmp_path: Path, odd: str) -> None:
    (plain,) = rows("id,text,who\n,cold,Lee\n", text="text", guest="who", source_id="id").problems
    table = read_csv(b"id,text,who\n?,cold,Lee\n?,warm,Lee\n")
    table = dataclasses.replace(
        table, rows=tuple(dataclasses.replace(row, cells=(odd, *row.cells[1:])) for row in table.rows)
    )
    zone = ZoneInfo("America/New_York")
    mapping = {"text": "text", "guest": "who", "source_id": "id"}
    found = problem_rows(table, mapping, zone=zone, region="US", now=NOW).problems
    keys = {problem.source_key for problem in found}
    assert all(len(key) < 70 and key.isascii() and key.isprintable() for key in keys)
    is_an_id = odd not in ("\x00", "\ud800", CARD, OTHER_CARD)
    assert len(keys) == (1 if is_an_id else 2), "what is no id leaves the row to be known by its cells"
    assert (plain.source_key in keys) is (odd in ("\x00", "\ud800"))
    with template.house(tmp_path / "house") as desk:
        evening = Evening(desk)
        assert evening.bring_in(*found).answer == {"imported": len(keys), "already": 2 - len(keys)}
        assert desk.ask(known_source_keys, keys) == keys
        assert evening.bring_in(*found).answer == {"imported": 0, "already": 2}


@pytest.mark.parametrize("field", ["id", "text"])
def test_no_key_tells_a_card_number(field: str) -> None:
    """Not even as a hash, against which somebody could try all numbers: cards with the same end have the same key."""
    keys = set()
    for card in (CARD, "4111 1111 1103 1111", "4012 8888 8807 1111"):
        written = "id,text\n{id},{text}\n".format(**{"id": "", "text": "cold", field: card})
        (problem,) = rows(written, text="text", source_id="id").problems
        keys.add(problem.source_key)
    assert len(keys) == 1
