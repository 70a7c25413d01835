"""Stories on the command line: from the settled purse to a printed page, and every refusal on the way."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.helpers.papers import said_by, words_in
from tests.helpers.purse import LINE

NAMES = {"Rivera", "Carlo", "Ana", "Dana", "Tom", "9175550147", "0147", "12:32", "13:00", "Table 12", "t12"}


@pytest.fixture
def purse(cli: Cli) -> Cli:
    """The purse of the table, settled, with everybody in the house."""
    say = cli.ok
    say("people", "add", "Dana", "--role", "manager")
    for name, role in (("Carlo", "host"), ("Ana", "server"), ("Tom", "server"), ("Ruth", "trainer")):
        say("people", "add", name, "--role", role, who="Dana")
    cli.now("12:32")
    say("log", LINE, who="Carlo")
    say("note", "1", "saw", "Came in alone, patting her pockets, pale.", "--happened", "12:31", who="Carlo")
    say("note", "1", "think", "Her phone is in the purse. Someone may hear it.", "--rests-on", "1,2", who="Carlo")
    cli.now("12:33")
    say("told", "1", "Join your friends, settle up another time.", who="Carlo")
    cli.now("12:35")
    say("note", "1", "did", "Seated her. Asked for her number, Ana calls it.", "--follows", "3", who="Carlo")
    cli.now("12:45")
    say("told", "1", "Still calling. I will be back by 13:00.", "--by", "13:00", who="Carlo")
    cli.now("13:02")
    say("note", "1", "heard", "The driver has it, several miles north, in the Bronx.", who="Ana")
    cli.now("13:04")
    say("told", "1", "We have found it.", "--tells", "7", who="Carlo")
    cli.now("13:31")
    say("note", "1", "did", "Purse beside her plate as she finishes her coffee.", "--keeps", "1", who="Carlo")
    say("told", "1", "Here it is.", who="Carlo")
    cli.now("13:33")
    say("settle", "1", "--outcome", "recovered", "--verdict", "5", who="Carlo")
    return cli


def released(cli: Cli) -> str:
    """Draw it, answer what is asked with what is offered, and release it; return its number."""
    story = cli.ok("story", "start", "1", who="Dana")
    while story["undecided"]:
        asked = story["undecided"][0]
        story = cli.ok("story", "decide", "1", asked["value"], asked["replacement"], who="Dana")
    cli.ok("story", "read", "1", who="Carlo")
    return str(cli.ok("story", "release", "1", who="Dana")["story"])


def test_from_the_problem_to_the_page(purse: Cli, tmp_path: Path) -> None:
    say = purse.ok
    story = say("story", "start", "1", who="Dana")
    assert (story["story"], story["status"], story["incident"]) == ("1", "draft", "1")
    assert [scene["scene"] for scene in story["scenes"]] == ["lived", "noticed", "did", "ended"]
    assert all(each["entries"] for scene in story["scenes"] for each in scene["sentences"])
    assert [each["value"] for each in story["undecided"]] == ["the Bronx"]
    assert story["gate"][-1] == "A second person reads it"
    say(
        "story",
        "title",
        "1",
        "The purse in the taxi",
        "--subtitle",
        "A guest arrives without the means to pay.",
        who="Dana",
    )
    say("story", "write", "1", "take", "Nobody had to ask first.", who="Dana")
    say("story", "question", "1", "What did he see before she said a word?", who="Dana")
    say("story", "behaviour", "1", "Keeps trying", "--entry", "5", who="Dana")
    story = say("story", "decide", "1", story["undecided"][0]["value"], "another part of town", who="Dana")
    for asked in story["undecided"]:
        story = say("story", "decide", "1", asked["value"], asked["replacement"], who="Dana")
    assert story["gate"] == ["A second person reads it"]
    assert say("story", "read", "1", who="Ruth")["gate"] == []
    done = say("story", "release", "1", who="Dana")
    assert (done["status"], done["undecided"], done["gate"]) == ("released", [], [])
    assert done["questions"] == ["What did he see before she said a word?"]
    assert done["behaviours"] == [{"name": "Keeps trying", "entry": 5}]
    for paper in ("a4", "letter"):
        file = tmp_path / f"story-{paper}.pdf"
        made = say("pack", "1", "--paper", paper, "-o", str(file), who="Ruth")
        assert made == {"file": str(file), "pages": 1, "leaks": []}
        assert words_in(file, NAMES) == []
        text = said_by(file)["pdftotext"]
        assert "Nobody had to ask first." in " ".join(said_by(file)["pypdf"].split())
        for words in ("The purse in the taxi", "What we noticed", "Keeps trying", "60 min"):
            assert words in text
    assert [row["status"] for row in say("story", "list", who="Dana")] == ["released"]


@pytest.mark.parametrize("scene", ["lived", "noticed", "did", "ended", "take"])
def test_a_name_put_back_is_refused_with_its_sentence(purse: Cli, tmp_path: Path, scene: str) -> None:
    released(purse)
    story = purse.ok("story", "write", "1", scene, "It was late. Then Carlo ran to the door. It shut.", who="Dana")
    assert [each["sentence"] for each in story["undecided"] if each["known"]] == ["Then Carlo ran to the door."]
    for verb in ("read", "release"):
        ran = purse.run("--json", "--as", "Tom" if verb == "read" else "Dana", "story", verb, "1")
        assert ran.status == 1
        assert "Then Carlo ran to the door." in ran.document["refused"]
    file = tmp_path / "story.pdf"
    ran = purse.run("--json", "--as", "Dana", "pack", "1", "-o", str(file))
    assert ran.status == 1
    assert not file.exists()


def test_a_leak_in_the_finished_file_is_refused_and_points_at_the_sentence(purse: Cli, tmp_path: Path) -> None:
    """The story was clean when it was released; the guest's name is learnt later."""
    released(purse)
    purse.ok("story", "write", "1", "take", "Look for the coffeehouse first.", who="Dana")
    purse.ok("story", "read", "1", who="Tom")
    purse.ok("story", "release", "1", who="Dana")
    file = tmp_path / "story.pdf"
    purse.ok("pack", "1", "-o", str(file), who="Dana")
    purse.ok("change", "1", "--guest", "Ms Coffeehouse", who="Dana")
    before = file.read_bytes()
    ran = purse.run("--json", "--as", "Dana", "pack", "1", "-o", str(file))
    assert ran.status == 1
    assert "Look for the coffeehouse first." in " ".join(ran.document["missing"])
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_name_in_the_file_name_or_the_packs_title_is_refused(purse: Cli, tmp_path: Path) -> None:
    released(purse)
    ran = purse.run("--json", "--as", "Dana", "pack", "1", "-o", str(tmp_path / "Rivera.pdf"))
    assert ran.status == 1
    assert "Rivera" in " ".join(ran.document["missing"])
    ran = purse.run("--json", "--as", "Dana", "pack", "1", "--title", "Carlo runs", "-o", str(tmp_path / "story.pdf"))
    assert ran.status == 1
    assert not list(tmp_path.glob("*.pdf"))


def test_the_house_name_is_furniture_and_nothing_more(purse: Cli, tmp_path: Path) -> None:
    released(purse)
    file = tmp_path / "story.pdf"
    purse.ok("pack", "1", "-o", str(file), who="Dana")
    assert "Northgate House" in said_by(file)["pdftotext"]
    story = purse.ok("story", "write", "1", "take", "At Northgate House we believe the guest.", who="Dana")
    assert [each["value"] for each in story["undecided"]] == ["Northgate House"]


def test_refusals_are_clear(purse: Cli, tmp_path: Path) -> None:
    def refused(*words: str, who: str = "Dana") -> str:
        ran = purse.run("--json", "--as", who, *words)
        assert ran.status == 1, ran
        return str(ran.document["refused"])

    assert "no story 1" in refused("story", "show", "1")
    assert "no problem #9" in refused("story", "start", "9")
    assert "may not write a story drawn from a problem" in refused("story", "start", "1", who="Ruth")
    purse.ok("story", "start", "1", who="Dana")
    assert "Not released: 1" in refused("pack", "1", "-o", str(tmp_path / "x.pdf"))
    assert "may not print stories" in refused("pack", "1", "-o", str(tmp_path / "x.pdf"), who="Carlo")
    assert "not released yet" in refused("story", "release", "1")
    for words in (
        ("story", "start"),
        ("story", "start", "--blank"),
        ("story", "start", "1", "--blank", "--title", "T"),
        ("story", "decide", "1", "Bronx"),
        ("story", "decide", "1", "Bronx", "x", "--keep", "--reason", "r"),
        ("story", "write", "1", "middle", "text"),
        ("pack", "-o", "x.pdf"),
        ("pack", "1"),
    ):
        assert purse.run("--as", "Dana", *words).status == 2, words


def test_a_blank_story(purse: Cli, tmp_path: Path) -> None:
    say = purse.ok
    story = say("story", "start", "--blank", "--title", "The window that faced the wall", who="Ruth")
    assert (story["incident"], story["scenes"], story["status"]) == (None, [], "draft")
    text = "They were promised the sea.\n\nThey saw a wall."
    story = say("story", "write", "1", "lived", "-", who="Ruth", stdin=text.encode())
    assert [each["text"] for each in story["scenes"][0]["sentences"]] == [
        "They were promised the sea.",
        "They saw a wall.",
    ]
    assert [each["entries"] for each in story["scenes"][0]["sentences"]] == [[], []]
    say("story", "read", "1", who="Tom")
    say("story", "release", "1", who="Dana")
    file = tmp_path / "blank.pdf"
    assert say("pack", "1", "-o", str(file), who="Ruth")["pages"] == 1


def test_for_a_person(purse: Cli) -> None:
    purse.ok("story", "start", "1", who="Dana")
    ran = purse.run("--as", "Dana", "story", "show", "1")
    assert ran.status == 0
    assert "What the guest lived" in ran.out
    assert "Before it is released:" in ran.out
    assert "  A second person reads it" in ran.out
    assert purse.run("--as", "Dana", "story", "list").out.startswith("   1  draft")
