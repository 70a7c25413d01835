"""Reading a line and logging it."""

import pytest

from hospitality_desk.domain.text import LONGEST
from tests.cli.conftest import Cli


def test_parse_without_a_house_keeps_nothing(bare: Cli) -> None:
    read = bare.ok("parse", "room 207, party of 4, back by 13:40 @carlo")
    assert read["text"] == "room 207, party of 4, back by 13:40 @carlo"
    parts = {part["part"]: part for part in read["parts"]}
    assert parts["place"] == {
        "part": "place",
        "value": "Room 207",
        "raw": "room 207",
        "start": 0,
        "end": 8,
        "sure": True,
    }
    assert parts["party_size"]["value"] == 4
    assert parts["owner"]["sure"] is False
    assert not bare.data.exists()


def test_parse_knows_the_house(staffed: Cli) -> None:
    parts = {part["part"]: part for part in staffed.ok("parse", "t12 back by 13:40 @carlo 917-555-0147")["parts"]}
    assert parts["owner"]["value"] == "Carlo"
    assert parts["owner"]["sure"] is True
    assert parts["promise_by"]["value"] == "2026-11-20T18:40:00Z"
    assert parts["phone"]["value"] == "+19175550147"
    assert staffed.ok("board") == []


def test_spans_count_code_points_of_the_cleaned_text(staffed: Cli) -> None:
    read = staffed.ok("parse", "-", stdin="🦊\u202e\x00 cafe\u0301 t12\n".encode())
    assert read["text"] == "🦊 café t12\n"
    (place,) = [part for part in read["parts"] if part["part"] == "place"]
    assert read["text"][place["start"] : place["end"]] == place["raw"] == "t12"


def test_a_line_offers_the_problem_to_its_owner(staffed: Cli) -> None:
    staffed.ok("log", "t4 wrong order @ana", who="Carlo")
    whole = staffed.ok("show", "1")
    assert (whole["owner"], whole["offered_to"], whole["place"]) == ("Carlo", "Ana", "Table 4")
    logged = staffed.ok("log", "t5 wrong order @nobody", who="Carlo")
    (owner,) = [part for part in logged["parts"] if part["part"] == "owner"]
    assert owner["sure"] is False
    whole = staffed.ok("show", "2")
    assert (whole["owner"], whole["offered_to"]) == ("Carlo", None)


def test_happened_wins_over_the_line(staffed: Cli) -> None:
    staffed.ok("log", "t4 cold soup 20 min ago", who="Carlo")
    assert staffed.ok("show", "1")["happened_at"] == "2026-11-20T17:10:00Z"
    staffed.ok("log", "t4 cold soup 20 min ago", "--happened", "12:05", who="Carlo")
    assert staffed.ok("show", "2")["happened_at"] == "2026-11-20T17:05:00Z"


@pytest.mark.parametrize(("sort", "stored"), [("praise", "praise"), ("near-miss", "near_miss")])
def test_praise_and_near_misses_have_no_clock(staffed: Cli, sort: str, stored: str) -> None:
    staffed.ok("log", "t4 the lamb was wonderful", "--sort", sort, "--source", "letter", who="Carlo")
    whole = staffed.ok("show", "1")
    assert (whole["sort"], whole["source"], whole["clock"]) == (stored, "letter", None)
    assert staffed.ok("board") == []


def test_what_is_seen_makes_a_saw(staffed: Cli) -> None:
    staffed.ok("log", "a guest looks lost", "--source", "seen", who="Carlo")
    (entry,) = staffed.ok("show", "1")["entries"]
    assert (entry["kind"], entry["guest_knows"], entry["by"]) == ("saw", "knows", "Carlo")


def test_standard_input_is_taken_as_it_is(staffed: Cli) -> None:
    staffed.ok("log", "-", who="Carlo", stdin=b"  t4 cold soup \r\n\tand cold bread\n\n")
    (entry,) = staffed.ok("show", "1")["entries"]
    assert entry["text"] == "  t4 cold soup \n and cold bread\n\n"


def test_bytes_that_are_no_text_are_dropped(staffed: Cli) -> None:
    staffed.ok("log", "-", who="Carlo", stdin=b"caf\xe9 \xff\xfe\x00 ok \xed\xa0\x80")
    (entry,) = staffed.ok("show", "1")["entries"]
    assert entry["text"] == "caf  ok "


def test_a_long_text_is_cut_and_the_answer_says_so(staffed: Cli) -> None:
    logged = staffed.ok("log", "-", who="Carlo", stdin=b"x" * 1_000_000)
    (said,) = logged["said"]
    assert "20,000 of 1,000,000" in said
    assert len(staffed.ok("show", "1")["entries"][0]["text"]) == LONGEST
    assert "20,000 of 1,000,000" in staffed.ok("parse", "-", stdin=b"x" * 1_000_000)["said"][0]
    ran = staffed.run("--as", "Carlo", "note", "1", "saw", "-", stdin=b"y " * 15_000)
    assert (ran.status, ran.out) == (0, "Note 2.\n")
    assert "20,000 of 30,000" in ran.err


def test_card_numbers_never_reach_the_store(staffed: Cli) -> None:
    logged = staffed.ok("log", "t4 charged twice on 4111 1111 1111 1111", who="Carlo")
    assert "card number" in logged["said"][0]
    whole = staffed.run("--json", "show", "1").out
    assert "4111 1111" not in whole
    assert "1111" in whole
    assert "4111" not in str(staffed.ok("parse", "4111111111111111")["parts"])


@pytest.mark.parametrize("line", [b"", b"   ", b"\n\n", "🦊🦊".encode(), b"!?", b"\x00\x01", b"\xff\xff"])
def test_a_line_without_a_word_is_refused(staffed: Cli, line: bytes) -> None:
    assert staffed.refused("log", "-", who="Carlo", stdin=line) == "Write at least one word."
    assert staffed.ok("board") == []


def test_after_two_dashes_nothing_is_an_option(staffed: Cli) -> None:
    for n, line in enumerate(["--json soup", "-soup", "--", "-x y", "--help"], start=1):
        ran = staffed.run("--as", "Carlo", "--json", "log", "--", line)
        if line == "--":
            assert ran.status == 1
            continue
        assert ran.status == 0, line
        assert staffed.ok("show", ran.document["incident"])["entries"][0]["text"] == line, n
    ran = staffed.run("--as", "Carlo", "--json", "note", "1", "saw", "--", "--untold")
    assert ran.document == {"entry": 2}
    assert staffed.ok("show", "1")["entries"][1]["text"] == "--untold"


def test_a_line_for_people_is_short(staffed: Cli) -> None:
    ran = staffed.run("--as", "Carlo", "log", "t12 soup is cold, back by 13:40")
    assert ran.out.splitlines()[0] == "#1 is logged."
    assert "13:40" in ran.out
    assert ran.out.count("our guess") == 1
