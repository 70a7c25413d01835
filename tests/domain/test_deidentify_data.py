"""Real restaurant calls with gold names, and invented texts with gold personal data: how much is still readable."""

import csv
import json
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from hospitality_desk.domain.deidentify.finding import find_all, for_filter, known_from_text, replaced
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from tests.helpers.shared import shared_file

CALLS = "25_deid_scoring/restaurant8k_train.jsonl"
INVENTED = "25_deid_scoring/presidio_generated_small.jsonl"
NAMES = frozenset({"FIRST_NAME", "LAST_NAME", "PERSON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the outside judge says: share of gold values no longer readable, share of other words lost."""

    recall: float
    lost: float
    names: float | None


def score(gold: str, folder: Path, *, told: frozenset[str]) -> Score:
    """Filter every text, told the gold values of some types, and let the judge read the result."""
    gold_file = shared_file(gold)
    out = folder / "out.jsonl"
    with out.open("w", encoding="utf-8") as lines, gold_file.open(encoding="utf-8") as gold_lines:
        for line in gold_lines:
            record = json.loads(line)
            known = [known_from_text(span["value"]) for span in record["spans"] if span["type"] in told]
            found = for_filter(find_all(record["text"], KnownList(known)), are_names_told=bool(told & NAMES))
            assert all(record["text"][each.start : each.end] == each.value for each in found)
            lines.write(json.dumps({"id": record["id"], "text": replaced(record["text"], found)}) + "\n")
    judge = shared_file("25_deid_scoring/score_leaks.py")
    said = subprocess.run(
        [sys.executable, str(judge), str(gold_file), str(out)], capture_output=True, text=True, check=True
    ).stdout
    whole = next(line for line in said.splitlines() if line.startswith("ALL"))
    names = next((line for line in said.splitlines() if line.startswith("PERSON")), None)
    return Score(
        recall=float(whole.split(" recall ")[1].split(";")[0]),
        lost=float(whole.split("over-redacted words ")[1].rstrip("%")) / 100,
        names=None if names is None else float(names.split(" recall ")[1]),
    )


@pytest.mark.slow
def test_names_of_a_hundred_countries_are_found_in_their_disguises() -> None:
    names: set[str] = set()
    for kind in ("forenames", "surnames"):
        with shared_file(f"13_names_by_country/common-{kind}-by-country.csv").open(encoding="utf-8-sig") as rows:
            for row in csv.DictReader(rows):
                names |= {row["Localized Name"], row["Romanized Name"]}
    names = {name[0].upper() + name[1:] for name in names if len(name) > 1}
    assert len(names) > 3_500
    for name in names:
        known = KnownList([Known(value=name, type=FindType.NAME, replacement="")])
        plain = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
        decomposed = unicodedata.normalize("NFD", name)
        for form in (name, name.upper(), decomposed, plain, f"{name}'s", f"Mrs {name}", "\u200b".join(name)):
            assert known.finds(f"then we told {form} about it"), (name, form)


@pytest.mark.slow
def test_no_known_name_stays_readable_in_8_000_calls(tmp_path: Path) -> None:
    result = score(CALLS, tmp_path, told=NAMES)
    assert result.names == 1.0
    assert result.lost < 0.01


@pytest.mark.slow
def test_nearly_no_unknown_name_stays_readable_either(tmp_path: Path) -> None:
    """Nothing is told. Dates such as "in 14 days" and parties such as "5 adults" point at nobody and stay."""
    result = score(CALLS, tmp_path, told=frozenset())
    assert result.names is not None
    assert result.names >= 0.985
    assert result.lost < 0.045


def test_invented_texts_with_nothing_told(tmp_path: Path) -> None:
    result = score(INVENTED, tmp_path, told=frozenset())
    assert result.recall >= 0.88
    assert result.lost < 0.09


def test_invented_texts_with_everything_told(tmp_path: Path) -> None:
    lines = shared_file(INVENTED).read_text("utf-8").splitlines()
    told = {span["type"] for line in lines for span in json.loads(line)["spans"]}
    assert score(INVENTED, tmp_path, told=frozenset(told)).recall == 1.0
