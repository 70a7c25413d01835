"""Notes, telling, keeping back, judging, correcting, taking back."""

import pytest

from tests.cli.conftest import Cli

ENTRY_KEYS = {
    "n", "kind", "text", "by", "happened_at", "recorded_at", "rests_on", "follows", "guest_knows", "told_by", "judged",
    "amount", "corrected", "withdrawn",
}  # fmt: skip


def test_every_note_has_every_key(problem: Cli) -> None:
    problem.ok("note", "1", "THINK", "The oven is off", "--rests-on", "1", who="Carlo")
    for entry in problem.ok("show", "1")["entries"]:
        assert entry.keys() >= ENTRY_KEYS


def test_start_states(problem: Cli) -> None:
    for kind, text, flags, state in [
        ("saw", "The plate is cold.", (), "knows"),
        ("did", "New soup is on.", (), "knows"),
        ("heard", "“It is stone cold.”", (), "knows"),
        ("heard", "The oven broke.", (), "untold"),
        ("heard", "The oven is old.", ("--guest-knows",), "knows"),
        ("saw", "The cook burnt his hand.", ("--untold",), "untold"),
        ("think", "The lamp is off.", (), None),
        ("cost", "Wine on us", ("--amount", "0"), None),
    ]:
        n = problem.ok("note", "1", kind, text, *flags, who="Carlo")["entry"]
        assert problem.ok("show", "1")["entries"][n - 1]["guest_knows"] == state, text
    assert problem.ok("board")[0]["untold"] == 2


def test_told_names_the_questions_it_leaves_open(problem: Cli) -> None:
    told = problem.ok("told", "1", "Someone will be back shortly.", who="Carlo")
    assert told["vague"] == [{"words": "Someone", "asks": "Who?"}, {"words": "shortly", "asks": "By when?"}]
    ran = problem.run("--as", "Carlo", "told", "1", "Back soon.")
    assert "By when?" in ran.out
    assert ran.status == 0


def test_a_promise_of_a_thing_is_moved_and_kept(problem: Cli) -> None:
    problem.ok("told", "1", "New soup by 12:50.", "--promise", "New soup", "--by", "12:50", who="Carlo")
    problem.now("12:45")
    problem.ok("told", "1", "It takes until 13:00.", "--moves", "1", "--by", "13:00", "--how", "phone", who="Carlo")
    problem.now("12:58")
    problem.ok("note", "1", "did", "Soup served.", "--keeps", "2", who="Carlo")
    whole = problem.ok("show", "1")
    assert [(each["n"], each["what"], each["state"]) for each in whole["promises"]] == [
        (1, "New soup", "moved"),
        (2, "New soup", "kept"),
    ]
    assert whole["entries"][2]["how"] == "phone"


@pytest.mark.parametrize(
    "words",
    [
        ("told", "1", "New soup.", "--promise", "New soup"),
        ("told", "1", "New soup.", "--by", "2026-11-20T12:00"),
        ("told", "1", "New soup.", "--keeps", "1"),
        ("told", "1", "New soup.", "--tells", "9"),
        ("told", "1", "🦊"),
        ("note", "1", "saw", "Cold.", "--rests-on", "1"),
        ("note", "1", "did", "Cold.", "--follows", "1"),
        ("note", "1", "saw", "Cold.", "--amount", "5"),
        ("note", "1", "cost", "Cold.", "--amount", "-5"),
        ("note", "1", "cost", "Cold.", "--amount", "999999999999999999"),
        ("note", "1", "cost", "Cold.", "--untold"),
        ("note", "1", "saw", "Cold.", "--happened", "2026-11-20T15:00"),
        ("note", "1", "saw", "Cold.", "--happened", "2020-11-20T15:00"),
        ("note", "99", "saw", "Cold."),
        ("note", "soup", "saw", "Cold."),
        ("note", "1e3", "saw", "Cold."),
        ("note", "9" * 40, "saw", "Cold."),
        ("judge", "1", "1", "right"),
        ("keep-back", "1", "1", "--reason", "not certain"),
        ("correct", "1", "7", "Cold."),
        ("correct", "1", "1", "t12 Ms Rivera: the soup is cold"),
        ("withdraw", "1", "7", "--reason", "mistake"),
        ("withdraw", "1", "1", "--reason", " "),
        ("restore-note", "1", "1"),
        ("restore-note", "1"),
    ],
)
def test_refusals_are_one_sentence_and_change_nothing(problem: Cli, words: tuple[str, ...]) -> None:
    before = problem.ok("show", "1")
    assert problem.refused(*words, who="Carlo").endswith(".")
    assert problem.ok("show", "1") == before


@pytest.mark.parametrize(
    "words",
    [
        ("note", "1", "guess", "Cold."),
        ("note", "1", "saw"),
        ("note", "1", "saw", "Cold.", "--happened", "yesterday"),
        ("note", "1", "saw", "Cold.", "--guest-knows", "--untold"),
        ("note", "1", "cost", "Cold.", "--amount", "6.40"),
        ("note", "1", "cost", "Cold.", "--amount", "NaN"),
        ("note", "1", "think", "Cold.", "--rests-on", "1;2"),
        ("note", "1", "saw", "Cold.", "--hap", "12:00"),
        ("told", "1", "Cold.", "--by", "later"),
        ("told", "1", "Cold.", "--how", "pigeon"),
        ("judge", "1", "1", "perhaps"),
        ("judge", "1", "x", "right"),
        ("keep-back", "1", "1"),
        ("correct", "1", "1"),
        ("withdraw", "1"),
        ("quiet", "1", "--reason", "x"),
        ("quiet", "1", "--until", "dessert", "--reason", "x"),
        ("told", "1", "-", "--promise", "x", "--by", "13:00", "--how"),
        ("correct", "1", "1", "--happened", "12:20", "Cold.", "soup"),
        ("correct", "1", "1", "--happened", "12:20", "--bogus"),
        ("correct", "1", "1", "Cold.", "--happened", "12:20", "soup"),
        ("withdraw", "1", "--reason", "x", "two"),
        ("withdraw", "1", "1", "--reason", "x", "2"),
        ("restore-note", "1", "--reason", "2"),
        ("told", "1", "--by", "13:00", "Cold.", "soup"),
    ],
)
def test_wrong_use_is_exit_2_and_one_line(problem: Cli, words: tuple[str, ...]) -> None:
    problem.misused("--as", "Carlo", *words)


def test_keeping_back_and_looking_again(problem: Cli) -> None:
    problem.ok("note", "1", "heard", "The cook is ill.", who="Ana")
    kept = problem.ok("keep-back", "1", "2", "--reason", "private", "--look-again", "13:00", who="Carlo")
    assert kept == {"entry": 2}
    whole = problem.ok("show", "1")
    assert whole["entries"][1]["guest_knows"] == "kept_back"
    assert whole["entries"][1]["kept_back_reason"] == "private"
    assert problem.ok("board")[0]["untold"] == 0
    problem.now("13:00")
    assert problem.ok("board")[0]["untold"] == 1


@pytest.mark.parametrize(("said", "stored"), [("right", "right"), ("wrong", "wrong"), ("never-known", "never_known")])
def test_judging(problem: Cli, said: str, stored: str) -> None:
    problem.ok("note", "1", "think", "The lamp is off.", "--rests-on", "1", who="Carlo")
    assert problem.ok("judge", "1", "2", said, who="Ana") == {"entry": 2}
    assert problem.ok("show", "1")["entries"][1]["judged"] == stored


def test_a_correction_keeps_what_was_there(problem: Cli) -> None:
    problem.ok("note", "1", "cost", "Wine", "--amount", "4000", who="Carlo")
    problem.now("12:40")
    assert problem.ok("correct", "1", "2", "Two glasses of wine", "--amount", "2400", who="Ana") == {"entry": 2}
    assert problem.ok("correct", "1", "2", "--happened", "12:31", who="Ana") == {"entry": 2}
    note = problem.ok("show", "1")["entries"][1]
    assert (note["text"], note["amount"], note["happened_at"]) == ("Two glasses of wine", 2400, "2026-11-20T17:31:00Z")
    assert [(each["text"], each["amount"], each["by"]) for each in note["corrected"]] == [
        ("Wine", 4000, "Ana"),
        (None, None, "Ana"),
    ]
    assert note["corrected"][1]["happened_at"] == "2026-11-20T17:32:00Z"
    assert problem.ok("correct", "1", "1", "--untold", who="Carlo") == {"entry": 1}
    assert problem.ok("board")[0]["untold"] == 1


def test_a_note_is_taken_back_and_brought_back(problem: Cli) -> None:
    problem.ok("note", "1", "cost", "Wine", "--amount", "4000", who="Carlo")
    assert problem.ok("withdraw", "1", "2", "--reason", "wrong table", who="Carlo") == {"entry": 2}
    whole = problem.ok("show", "1")
    assert (whole["entries"][1]["withdrawn"], whole["costs"]["total"]) == ("wrong table", 0)
    assert problem.ok("restore-note", "1", "2", who="Ana") == {"entry": 2}
    whole = problem.ok("show", "1")
    assert (whole["entries"][1]["withdrawn"], whole["costs"]["total"]) == (None, 4000)


def test_a_problem_is_taken_back_and_brought_back(problem: Cli) -> None:
    assert problem.ok("withdraw", "1", "--reason", "logged twice", who="Carlo") == {"entry": None}
    whole = problem.ok("show", "1")
    assert (whole["status"], whole["withdrawn"], whole["clock"]) == ("withdrawn", "logged twice", None)
    assert problem.ok("board") == []
    assert "Bring it back" in problem.refused("note", "1", "saw", "x", who="Carlo")
    assert "manager" in problem.refused("restore-note", "1", who="Ana")
    assert problem.ok("restore-note", "1", who="Dana") == {"entry": None}
    assert problem.ok("show", "1")["status"] == "open"


def test_standard_input_is_one_text(problem: Cli) -> None:
    assert problem.ok("told", "1", "-", who="Carlo", stdin=b"Two\nlines.")["entry"] == 2
    assert problem.ok("show", "1")["entries"][1]["text"] == "Two\nlines."
    problem.misused("--as", "Carlo", "settle", "1", "--outcome", "lost", "--declined", "--words", "-")


def test_a_word_that_may_be_left_out_stands_before_the_options_or_after_them(problem: Cli) -> None:
    text = ("-- a dash", "correct", "1", "1", "--happened", "12:20", "--", "-- a dash")
    for expected, *words in (
        ("new", "correct", "1", "1", "--happened", "12:20", "new"),
        ("newer", "correct", "1", "--happened", "12:21", "1", "newer"),
        ("newest", "correct", "--happened", "12:22", "1", "1", "newest"),
        text,
    ):
        problem.ok(*words, who="Carlo")
        assert problem.ok("show", "1")["entries"][0]["text"] == expected
    problem.ok("correct", "1", "1", "--happened", "12:24", "-", who="Carlo", stdin=b"read in")
    assert problem.ok("show", "1")["entries"][0]["text"] == "read in"
    problem.ok("note", "1", "saw", "the plate is blue", who="Carlo")
    assert problem.ok("withdraw", "1", "--reason", "x", "2", who="Carlo") == {"entry": 2}
    assert problem.run("restore-note", "1", "--as", "Carlo", "2").status == 0
    assert problem.ok("show", "1")["status"] == "open"
    assert problem.ok("show", "1")["entries"][1]["withdrawn"] is None


def test_a_promise_made_earlier_counts_its_time_from_then(problem: Cli) -> None:
    problem.now("13:05")
    problem.ok("told", "1", "New soup by 12:40.", "--happened", "12:35", "--by", "12:50", who="Carlo")
    problem.ok("told", "1", "New soup by 13:20.", "--happened", "12:55", "--by", "13:20", who="Carlo")
    promised = [each["by"] for each in problem.ok("show", "1")["promises"]]
    assert promised == ["2026-11-20T17:50:00Z", "2026-11-20T18:20:00Z"]


def test_a_note_is_moved_to_another_problem(problem: Cli) -> None:
    problem.ok("log", "room 7 the shower is cold", who="Carlo")
    heard = problem.ok("note", "1", "heard", "The plumber is on his way.", who="Ana")["entry"]
    assert problem.ok("move", "1", str(heard), "--to", "#2", who="Carlo") == {"entry": 2, "incident": "2"}
    here, there = problem.ok("show", "1"), problem.ok("show", "2")
    assert here["entries"][heard - 1]["withdrawn"] == "moved to #2"
    assert (there["entries"][1]["text"], there["entries"][1]["guest_knows"]) == ("The plumber is on his way.", "untold")
    assert "is withdrawn" in problem.refused("move", "1", str(heard), "--to", "2", who="Carlo")
    assert "stands there already" in problem.refused("move", "1", "1", "--to", "1", who="Carlo")
    assert "--to" in problem.misused("--as", "Carlo", "move", "1", "1")
    assert (there["entries"][1]["by"], there["entries"][1]["moved_by"]) == ("Ana", "Carlo")
    assert "stands in #2 now" in problem.refused("restore-note", "1", str(heard), who="Carlo")
    assert "Withdraw #1 instead" in problem.refused("move", "1", "1", "--to", "2", who="Carlo")
    problem.ok("note", "1", "saw", "The plate is blue.", who="Carlo")
    assert problem.run("--as", "Carlo", "move", "1", "1", "--to", "2").out == "Note 3 of #2.\n"
