"""515 strings that broke other programs, each logged through standard input."""

import json

import pytest

from hospitality_desk.desk.open import Address, open_desk
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.text import clean_text, has_a_word
from hospitality_desk.queries.incidents import incident_whole
from tests.cli.conftest import Cli
from tests.cli.test_process import run
from tests.helpers.shared import shared_file


@pytest.fixture(scope="module")
def naughty() -> list[str]:
    strings: list[str] = json.loads(shared_file("17_naughty_strings/blns.json").read_text("utf-8"))
    return strings


@pytest.mark.slow
def test_every_string_is_kept_as_it_is_or_refused_in_one_line(staffed: Cli, naughty: list[str]) -> None:
    assert len(naughty) >= 515
    kept: dict[IncidentId, str] = {}
    for string in naughty:
        ran = staffed.run("--json", "--as", "Carlo", "log", "-", stdin=string.encode("utf-8", "surrogatepass"))
        cleaned = clean_text(string).text
        if ran.status == 1:
            assert ran.err == "Write at least one word.\n"
            assert not has_a_word(cleaned), string
            continue
        assert ran.status == 0, (string, ran.err)
        kept[ran.document["id"]] = cleaned
        assert all(cleaned[each["start"] : each["end"]] == each["raw"] for each in ran.document["parts"]), string
    assert len(kept) > 400
    assert len(staffed.ok("board")) == len(kept)
    desk = open_desk(Address(data=staffed.data))
    stored = {incident_id: desk.ask(incident_whole, incident_id) for incident_id in kept}
    desk.close()
    assert {incident_id: found.notes[0].text for incident_id, found in stored.items() if found} == kept


@pytest.mark.slow
def test_every_string_may_be_any_text(problem: Cli, naughty: list[str]) -> None:
    for string in naughty[::10]:
        for words in (("told", "1"), ("note", "1", "saw"), ("withdraw", "1", "1", "--reason")):
            ran = problem.run("--json", "--as", "Carlo", *words, "-", stdin=string.encode("utf-8", "surrogatepass"))
            assert ran.status in (0, 1), (words, string, ran.err)
            if ran.status == 0 and words[0] == "withdraw":
                problem.ok("restore-note", "1", "1", who="Carlo")


@pytest.mark.slow
def test_a_dozen_through_a_real_pipe(bare: Cli, naughty: list[str]) -> None:
    bare.now(None)
    bare.ok("init")
    for string in [naughty[at] for at in range(20, len(naughty), len(naughty) // 12)]:
        done = run(bare.data, "--json", "log", "-", stdin=string.encode("utf-8", "surrogatepass"))
        if done.returncode == 1:
            assert done.stderr == b"Write at least one word.\n"
            continue
        assert (done.returncode, done.stderr) == (0, b"")
        (entry,) = bare.ok("show", json.loads(done.stdout)["incident"])["entries"]
        assert entry["text"] == clean_text(string).text
