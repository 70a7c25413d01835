"""The purse story, steps 1 to 14, told through the command line with a set clock, on both stores."""

from collections.abc import Iterator

import pytest

from tests.cli.conftest import Cli, add_people
from tests.helpers.stores import PostgresTemplate

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"


@pytest.fixture(params=["sqlite", "postgresql"])
def purse(request: pytest.FixtureRequest, bare: Cli) -> Iterator[Cli]:
    """The house of the story with its people, on each store in turn."""
    if request.param == "sqlite":
        bare.ok("init", "--practice", "--house", "Northgate House", "--timezone", "America/New_York")
        add_people(bare)
        yield bare
        return
    template: PostgresTemplate = request.getfixturevalue("postgres_template")
    with template.database() as address:
        bare.store(address)
        add_people(bare)
        yield bare
        bare.store(None)


def clock(cli: Cli, minutes: int, by: str, state: str = "in_touch") -> None:
    """Check the guest clock of #1, on the board and in the whole."""
    hour, minute = (int(part) for part in by.split(":"))
    expected = {"minutes": minutes, "state": state, "by": f"2026-11-20T{hour + 5:02}:{minute:02}:00Z"}
    (row,) = cli.ok("board")
    assert row["clock"] == expected
    assert cli.ok("show", "1")["clock"] == expected


def test_the_purse(purse: Cli) -> None:
    say = purse.ok
    # 1
    purse.now("12:32")
    logged = say("log", LINE, who="Carlo")
    assert logged["incident"] == "1"
    found = {part["part"]: part["value"] for part in logged["parts"]}
    assert found == {
        "place": "Table 12",
        "guest": "Ms Rivera",
        "phone": "+19175550147",
        "promise_by": "2026-11-20T18:40:00Z",
        "owner": "Carlo",
        "kind": "Lost property",
    }
    say("change", "#1", "--severity", "serious", "--party", "4", who="Carlo")
    clock(purse, 0, "12:42")
    # 2
    saw = "Came in alone, patting her pockets, pale."
    assert say("note", "1", "saw", saw, "--happened", "12:31", who="Carlo") == {"entry": 2}
    clock(purse, 1, "12:41")
    # 3
    think = "Her phone is in the purse. Someone may hear it."
    assert say("note", "1", "think", think, "--rests-on", "1,2", who="Carlo") == {"entry": 3}
    clock(purse, 1, "12:41")
    # 4
    purse.now("12:33")
    told = say("told", "1", "Join your friends, settle up another time.", who="Carlo")
    assert told == {"entry": 4, "vague": []}
    clock(purse, 0, "12:43")
    # 5
    purse.now("12:35")
    did = "Seated her. Asked for her number, Ana calls it."
    assert say("note", "1", "did", did, "--follows", "3", who="Carlo") == {"entry": 5}
    clock(purse, 2, "12:43")
    assert say("show", "1")["chains"] == [[1, 3, 5], [2, 3, 5]]
    # 6
    purse.now("12:36")
    assert say("task", "add", "1", "Call the phone", who="Ana") == {"task": 1}
    assert say("task", "take", "1", "1", who="Ana")["state"] == "taken"
    clock(purse, 3, "12:43")
    # 7
    purse.now("12:38")
    cost = say("note", "1", "cost", "Lunch to the house account", "--amount", "6400", who="Dana")
    assert cost == {"entry": 6}
    clock(purse, 5, "12:43")
    # 8
    purse.now("12:42")
    clock(purse, 9, "12:43", "soon")
    # Between the steps: the promise passes.
    purse.now("2026-11-20T12:43:01-05:00")
    clock(purse, 10, "12:43", "late")
    # 9
    purse.now("12:45")
    told = say("told", "1", "Still calling. I will be back by 13:00.", "--by", "13:00", who="Carlo")
    assert told == {"entry": 7, "vague": []}
    clock(purse, 0, "13:00")
    # 10
    purse.now("12:48")
    assert say("note", "1", "heard", "It rings out each time, so it is on.", who="Ana") == {"entry": 8}
    clock(purse, 3, "13:00")
    # 11
    purse.now("12:52")
    assert say("note", "1", "heard", "Taxi office has asked its drivers.", who="Tom") == {"entry": 9}
    purse.now("12:54")
    clock(purse, 9, "13:00")
    # 12
    purse.now("12:56")
    clock(purse, 11, "13:00", "soon")
    (row,) = say("board")
    assert row["untold"] == 2
    assert row["next"]["title"] == "Call the phone"
    whole = say("show", "1")
    assert len(whole["entries"]) == 9
    assert [entry["n"] for entry in whole["entries"] if entry["guest_knows"] == "untold"] == [8, 9]
    assert whole["costs"] == {"total": 6400, "currency": "USD"}
    assert [(each["n"], each["state"]) for each in whole["promises"]] == [(1, "open"), (2, "open")]
    # 13
    purse.now("12:58")
    clock(purse, 13, "13:00", "soon")
    # 14
    purse.now("12:59")
    told = say("told", "1", "It rings, and the taxi office is asking.", "--tells", "8,9", who="Carlo")
    assert told == {"entry": 10, "vague": []}
    clock(purse, 0, "13:09")
    whole = say("show", "1")
    assert [(each["what"], each["state"]) for each in whole["promises"]] == [
        ("Back before 13:40", "open"),
        (None, "kept"),
    ]
    assert [entry["told_by"] for entry in whole["entries"][7:9]] == [10, 10]
    assert whole["untold"] == 0
    assert whole["chains"] == [[1, 3, 5], [2, 3, 5]]


def test_the_end_of_the_purse(purse: Cli) -> None:
    say = purse.ok
    purse.now("12:32")
    say("log", LINE, who="Carlo")
    say("task", "add", "1", "Call the phone", "--owner", "ana", who="Carlo")
    purse.now("13:02")
    say("note", "1", "heard", "The driver has it.", who="Ana")
    ran = purse.run("--json", "--as", "Carlo", "settle", "1", "--outcome", "recovered", "--verdict", "5")
    assert ran.status == 1
    assert ran.document["missing"] == ["note 2 is not told: The driver has it", "task 1 is not done: Call the phone"]
    say("task", "done", "1", "1", who="Ana")
    purse.now("13:04")
    say("told", "1", "We have found it.", "--tells", "2", "--by", "13:35", who="Carlo")
    purse.now("13:31")
    say("note", "1", "did", "Purse beside her plate.", "--keeps", "1", who="Carlo")
    say("told", "1", "Here it is.", who="Carlo")
    purse.now("13:33")
    words = b"You are angels."
    settled = say("settle", "1", "--outcome", "recovered", "--verdict", "5", "--words", "-", who="Carlo", stdin=words)
    assert (settled["status"], settled["outcome"], settled["asked"]) == ("settled", "recovered", "aloud")
    assert settled["clock"] is None
    assert settled["verdicts"] == [
        {"score": 5, "words": "You are angels.", "heard_by": "Carlo", "heard_at": "2026-11-20T18:33:00Z"}
    ]
    assert [each["state"] for each in settled["promises"]] == ["kept", "kept"]
    assert say("board") == []


def test_the_table_with_its_tries_and_its_errand(purse: Cli) -> None:
    """Steps 6, 8, 10, 11, 13, 15, 17 and 18, told between the words to the guest."""
    say = purse.ok
    purse.now("12:32")
    say("log", LINE, who="Carlo")
    purse.now("12:36")
    tries = ("--owner", "Ana", "--every", "4", "--until", "answered")
    assert say("task", "add", "1", "Call the phone", *tries, who="Carlo") == {"task": 1}
    due = {"12:36": "12:40", "12:42": "12:46", "12:48": "12:52", "12:54": "12:58", "12:58": "13:02"}
    for now, then in due.items():
        purse.now(now)
        task = say("task", "try", "1", "1", "no-answer", who="Ana")
        hour, minute = then.split(":")
        assert (task["state"], task["due"]) == ("open", f"2026-11-20T{int(hour) + 5}:{minute}:00Z")
    assert len(task["attempts"]) == 5
    purse.now("13:02")
    said = "The driver has it, several miles north, in the Bronx."
    task = say("task", "try", "1", "1", "answered", "--said", said, who="Ana")
    assert (task["state"], len(task["attempts"]), task["attempts"][-1]["outcome"]) == ("done", 6, "answered")
    heard = say("show", "1")["entries"][-1]
    assert (heard["kind"], heard["text"], heard["guest_knows"], heard["by"]) == ("heard", said, "untold", "Ana")
    purse.now("13:05")
    errand = ("--errand", "--where", "Halfway", "--back-by", "13:35", "--cover", "Dana", "--cash", "6000")
    assert say("task", "add", "1", "Meet the driver", *errand, who="Carlo") == {"task": 2}
    out = say("show", "1")["tasks"][1]
    assert (out["state"], out["due"], out["errand"]["cover"]) == ("open", "2026-11-20T18:35:00Z", "Dana")
    refused = purse.run("--json", "--as", "Dana", "task", "add", "1", "Water for table 9", "--owner", "Carlo")
    assert refused.status == 1
    assert "Carlo is out until 13:35" in refused.document["refused"]
    purse.now("13:31")
    back = say("task", "done", "1", "2", "--cash-back", "1500", who="Carlo")
    assert (back["state"], back["errand"]["spent"]) == ("done", 4500)
    assert say("show", "1")["costs"]["total"] == 0
