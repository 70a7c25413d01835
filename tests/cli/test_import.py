"""Bringing in a file: what comes in, what is rejected, what is known again, and the real reviews."""

import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.helpers.shared import shared_file

REVIEWS = (
    "text=reviews.text,title=reviews.title,when=reviews.date,place=name,guest=reviews.username,rating=reviews.rating"
)


def write(cli: Cli, name: str, written: str | bytes) -> str:
    path = cli.data.parent / name
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    return str(path)


def test_good_rows_come_in_and_bad_ones_are_listed(staffed: Cli) -> None:
    file = write(
        staffed,
        "four.csv",
        "what,day,stars\ncold soup,2014-05-23,2\n,2014-05-24,1\nnoise,2014-05-25,4.5\ncold soup,2014-05-23,2\n",
    )
    words = ("import", file, "--map", "text=what,when=day,rating=stars")
    counted = {
        "rows": 4,
        "imported": 2,
        "already": 1,
        "rejected": [{"row": 2, "reason": "There is no text."}],
    }
    assert staffed.ok(*words, "--dry-run", who="Dana") == counted
    staffed.refused("show", "1")
    assert staffed.ok(*words, who="Dana") == counted
    assert staffed.ok(*words, who="Dana") == {**counted, "imported": 0, "already": 3}
    assert staffed.ok(*words, "--dry-run", who="Dana") == {**counted, "imported": 0, "already": 3}
    assert staffed.ok("board") == []
    whole = staffed.ok("show", "1")
    assert (whole["status"], whole["outcome"], whole["source"], whole["rating"]) == (
        "settled",
        "unknown",
        "review",
        "2",
    )
    assert (whole["happened_at"], whole["settled_at"]) == ("2014-05-23T04:00:00Z", "2014-05-23T04:00:00Z")
    assert [each["score"] for each in whole["verdicts"]] == [2]
    whole = staffed.ok("show", "2")
    assert (whole["rating"], whole["verdicts"]) == ("4.5", [])


def test_a_blank_date_stays_not_known(staffed: Cli) -> None:
    file = write(staffed, "x.csv", "what,day\ncold soup,\n")
    staffed.ok("import", file, "--map", "text=what,when=day", who="Dana")
    whole = staffed.ok("show", "1")
    assert (whole["happened_at"], whole["entries"][0]["happened_at"]) == (None, None)
    assert "not known" in staffed.run("show", "1").out


def test_a_row_may_be_open(staffed: Cli) -> None:
    file = write(staffed, "x.csv", "what,state\ncold soup,open\nnoise,\n")
    staffed.ok("import", file, "--map", "text=what,status=state", who="Dana")
    assert [row["incident"] for row in staffed.ok("board")] == ["1"]
    assert staffed.ok("show", "1")["owner"] == "Dana"


def test_a_long_cell_is_cut_and_a_card_number_masked(staffed: Cli) -> None:
    file = write(staffed, "x.csv", "what\n" + "x" * 200_000 + "\ncharged 4111111111111111 twice\n")
    answer = staffed.ok("import", file, "--map", "text=what", who="Dana")
    assert answer["imported"] == 2
    assert len(answer["said"]) == 2
    assert len(staffed.ok("show", "1")["entries"][0]["text"]) == 20_000
    assert "4111" not in staffed.run("show", "2").out


def test_nul_and_controls_in_cells(staffed: Cli) -> None:
    file = write(staffed, "x.csv", b"what\x00,who\nco\x00ld \x1b[31msoup,Le\x07e\n")
    staffed.ok("import", file, "--map", "text=what,guest=who", who="Dana")
    whole = staffed.ok("show", "1")
    assert (whole["entries"][0]["text"], whole["guest"]) == ("cold [31msoup", "Lee")


def test_a_column_name_with_a_comma(staffed: Cli) -> None:
    file = write(staffed, "x.csv", '"what, exactly",who=x\ncold soup,Lee\n')
    staffed.ok("import", file, "--map", "text=what, exactly,guest=who=x", who="Dana")
    assert staffed.ok("show", "1")["guest"] == "Lee"


@pytest.mark.parametrize("written", ["what,what\na,b\n", "other\na\n", "", 'what\n"open\n'])
def test_a_file_that_cannot_be_read_changes_nothing(staffed: Cli, written: str) -> None:
    staffed.refused("import", write(staffed, "x.csv", written), "--map", "text=what", who="Dana")
    staffed.refused("show", "1")


def test_a_missing_file_and_a_person_who_may_not(staffed: Cli, tmp_path: Path) -> None:
    assert "missing.csv" in staffed.refused("import", str(tmp_path / "missing.csv"), "--map", "text=what", who="Dana")
    file = write(staffed, "x.csv", "what\ncold soup\n")
    assert "Ask a manager" in staffed.refused("import", file, "--map", "text=what", who="Carlo")


@pytest.mark.parametrize("mapping", ["", "what", "title=what", "text=", "text=a,text=b", "soup=what", "=what"])
def test_a_map_put_together_wrongly(staffed: Cli, mapping: str) -> None:
    staffed.misused("--as", "Dana", "import", write(staffed, "x.csv", "what\ncold\n"), "--map", mapping)


def test_the_real_reviews(cli: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(shared_file("01_datafiniti_hotel_reviews/complaints_rating_1_2.csv"))
    began = time.perf_counter()
    answer = cli.ok("import", file, "--map", REVIEWS)
    took = time.perf_counter() - began
    assert answer["rows"] == 5_237 == answer["imported"] + answer["already"] + len(answer["rejected"])
    assert answer["rejected"] == []
    began = time.perf_counter()
    again = cli.ok("import", file, "--map", REVIEWS)
    took_again = time.perf_counter() - began
    assert (again["imported"], again["already"]) == (0, 5_237)
    assert cli.ok("board") == []
    with capsys.disabled():
        say = "\nimport: 5,237 reviews in {:.1f} s, {} came in; again in {:.1f} s, none\n"
        sys.stdout.write(say.format(took, answer["imported"], took_again))
    assert took < 30
