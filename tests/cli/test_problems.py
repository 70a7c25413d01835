"""The board, one problem whole, its own fields, its rest, its tasks and its end."""

import pytest

from tests.cli.conftest import Cli

SHOW_KEYS = {
    "incident", "status", "place", "guest", "severity", "kind", "owner", "opened_at", "happened_at", "clock",
    "promises", "entries", "tasks", "costs", "verdicts", "chains", "outcome", "asked", "source", "sort", "party_size",
    "phone", "offered_to", "number",
}  # fmt: skip
BOARD_KEYS = {"incident", "place", "guest", "said", "severity", "owner", "clock", "untold", "next"}


def test_a_problem_whole(problem: Cli) -> None:
    whole = problem.ok("show", "#1")
    assert whole == problem.ok("show", "1") == problem.ok("show", "01")
    assert whole.keys() >= SHOW_KEYS
    assert (whole["incident"], whole["number"], whole["status"]) == ("1", 1, "open")
    assert (whole["opened_at"], whole["severity"], whole["owner"]) == ("2026-11-20T17:32:00Z", "middling", "Carlo")
    assert whole["clock"] == {"minutes": 0, "state": "in_touch", "by": "2026-11-20T17:47:00Z"}
    assert (whole["tasks"], whole["verdicts"], whole["chains"], whole["outcome"]) == ([], [], [], None)
    assert whole["costs"] == {"total": 0, "currency": "USD"}


def test_the_board_is_in_the_order_of_need(problem: Cli) -> None:
    problem.ok("log", "t3 wrong order", who="Ana")
    problem.ok("change", "2", "--severity", "serious", who="Ana")
    problem.ok("log", "t4 cold tea", who="Ana")
    problem.ok("quiet", "3", "--until", "13:30", "--reason", "until dessert", who="Ana")
    problem.now("12:43")
    rows = problem.ok("board")
    assert [(row["incident"], row["clock"]["state"]) for row in rows] == [
        ("2", "late"),
        ("1", "soon"),
        ("3", "resting"),
    ]
    assert all(row.keys() >= BOARD_KEYS for row in rows)
    assert rows[2]["clock"]["quiet_until"] == "2026-11-20T18:30:00Z"
    assert rows[2]["clock"]["by"] == "2026-11-20T18:35:00Z"
    text = problem.run("board").out
    assert text.splitlines()[0].split() == ["#2", "11", "min", "1", "min", "late", "Table", "3", "Ana"]
    assert "Speak by 12:47" in text
    assert "Quiet till 13:30" in text


def test_the_board_says_what_is_untold_and_what_comes_next(problem: Cli) -> None:
    problem.ok("note", "1", "heard", "The oven broke.", who="Ana")
    assert "1 thing untold" in problem.run("board").out
    problem.ok("note", "1", "heard", "The cook is ill.", who="Ana")
    problem.ok("task", "add", "1", "New soup", "--owner", "Tom", "--due", "12:45", who="Carlo")
    below = problem.run("board").out.splitlines()[1]
    assert below.strip() == "The soup is cold  2 things untold  next: New soup (Tom, 12:45)"


def test_the_help_says_which_time_is_changed(problem: Cli) -> None:
    assert "correct REF 1 --happened" in " ".join(problem.run("change", "--help").out.split())


def test_an_empty_board_says_so(cli: Cli) -> None:
    assert cli.ok("board") == []
    assert cli.run("board").out == "Nothing is open.\n"


def test_every_field_changes(problem: Cli) -> None:
    changed = problem.ok(
        "change", "1", "--place", "Table 14", "--guest", "Mr Lee", "--party", "2", "--phone", "+19175550147",
        "--severity", "minor", "--kind", "billing", "--owner", "ana", "--source", "seen", "--happened", "12:20",
        who="Carlo",
    )  # fmt: skip
    assert {key: changed[key] for key in ("place", "guest", "party_size", "phone", "severity", "kind", "owner")} == {
        "place": "Table 14", "guest": "Mr Lee", "party_size": 2, "phone": "+19175550147", "severity": "minor",
        "kind": "Billing", "owner": "Ana",
    }  # fmt: skip
    assert (changed["source"], changed["happened_at"]) == ("seen", "2026-11-20T17:20:00Z")
    assert changed == problem.ok("show", "1")
    assert problem.ok("change", "1", "--guest", "", who="Carlo")["guest"] is None


@pytest.mark.parametrize(
    "words", [("--kind", "weather"), ("--owner", "Zoë"), ("--party", "0"), ("--party", "1000"), ("--party", "-3")]
)
def test_a_field_that_does_not_fit_is_refused(problem: Cli, words: tuple[str, str]) -> None:
    before = problem.ok("show", "1")
    problem.refused("change", "1", *words, who="Carlo")
    assert problem.ok("show", "1") == before


@pytest.mark.parametrize(
    "words", [(), ("--severity", "dire"), ("--party", "four"), ("--party", "2.5"), ("--source", "x")]
)
def test_a_change_put_together_wrongly(problem: Cli, words: tuple[str, ...]) -> None:
    problem.misused("--as", "Carlo", "change", "1", *words)


def test_gone_gives_a_day(problem: Cli) -> None:
    assert problem.ok("gone", "1", who="Carlo") == {"entry": None}
    assert problem.ok("show", "1")["clock"]["by"] == "2026-11-21T17:32:00Z"


def test_gone_is_taken_back(problem: Cli) -> None:
    before = problem.ok("show", "1")["clock"]["by"]
    problem.ok("gone", "1", who="Carlo")
    assert problem.ok("gone", "1", "--undo", who="Carlo") == {"entry": None}
    shown = problem.ok("show", "1")
    assert (shown["gone_at"], shown["clock"]["by"]) == (None, before)


def test_quiet_lies_ahead(problem: Cli) -> None:
    assert problem.ok("quiet", "1", "--until", "13:30", "--reason", "until dessert", who="Carlo") == {"entry": None}
    problem.refused("quiet", "1", "--until", "2026-11-20T12:00", "--reason", "x", who="Carlo")


def test_tasks_move(problem: Cli) -> None:
    assert problem.ok("task", "add", "1", "Bring new soup", "--owner", "Tom", "--due", "12:40", who="Carlo") == {
        "task": 1
    }
    assert problem.ok("task", "add", "1", "Tell the cook", who="Carlo") == {"task": 2}
    taken = problem.ok("task", "take", "1", "1", who="Ana")
    assert {key: taken[key] for key in ("n", "title", "owner", "state", "due", "every", "attempts")} == {
        "n": 1, "title": "Bring new soup", "owner": "Ana", "state": "taken", "due": "2026-11-20T17:40:00Z",
        "every": None, "attempts": [],
    }  # fmt: skip
    assert problem.ok("board")[0]["next"] == {"title": "Bring new soup", "owner": "Ana", "due": "2026-11-20T17:40:00Z"}
    assert problem.ok("task", "done", "1", "1", who="Ana")["state"] == "done"
    assert problem.ok("task", "done", "1", "1", who="Tom")["also_done_by"] == ["Tom"]
    assert problem.ok("task", "drop", "1", "2", who="Ana")["state"] == "dropped"
    assert [task["state"] for task in problem.ok("show", "1")["tasks"]] == ["done", "dropped"]
    assert "dropped" in problem.refused("task", "take", "1", "2", who="Ana")
    assert "no task 3" in problem.refused("task", "done", "1", "3", who="Ana")
    problem.refused("task", "add", "1", "?", who="Ana")
    problem.misused("--as", "Ana", "task", "add", "1")
    problem.misused("--as", "Ana", "task", "finish", "1", "1")
    problem.misused("--as", "Ana", "task")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("--verdict", "4"), "aloud"),
        (("--declined",), "declined"),
        (("--no-answer",), "no_answer"),
        (("--invite", "card"), "card"),
        (("--invite", "email"), "email"),
    ],
)
def test_every_way_to_settle(problem: Cli, words: tuple[str, ...], asked: str) -> None:
    settled = problem.ok("settle", "1", "--outcome", "recovered", *words, who="Carlo")
    assert (settled["status"], settled["asked"], settled["settled_at"]) == ("settled", asked, "2026-11-20T17:32:00Z")
    assert len(settled["verdicts"]) == (asked == "aloud")
    assert problem.ok("board") == []
    problem.refused("settle", "1", "--outcome", "lost", "--declined", who="Carlo")


@pytest.mark.parametrize(
    "words",
    [
        ("--outcome", "recovered"),
        ("--verdict", "5"),
        ("--outcome", "won", "--declined"),
        ("--outcome", "lost", "--declined", "--no-answer"),
        ("--outcome", "lost", "--verdict", "5", "--declined"),
        ("--outcome", "lost", "--invite", "pigeon"),
        ("--outcome", "lost", "--verdict", "five"),
        ("--outcome", "lost", "--declined", "--words", "no"),
    ],
)
def test_settling_needs_one_way_of_asking(problem: Cli, words: tuple[str, ...]) -> None:
    problem.misused("--as", "Carlo", "settle", "1", *words)


def test_an_unhappy_verdict_opens_it_again(problem: Cli) -> None:
    problem.refused("settle", "1", "--outcome", "lost", "--verdict", "6", who="Carlo")
    problem.ok("settle", "1", "--outcome", "recovered", "--verdict", "5", who="Carlo")
    problem.now("13:00")
    again = problem.ok("verdict", "1", "1", "--words", "It came back cold.", who="Ana")
    assert again["status"] == "open"
    assert [each["score"] for each in again["verdicts"]] == [5, 1]
    assert again["verdicts"][1]["words"] == "It came back cold."
    assert again["clock"]["minutes"] == 0
    problem.refused("reopen", "1", "--reason", "x", who="Ana")
    problem.ok("settle", "1", "--outcome", "lost", "--no-answer", who="Carlo")
    assert problem.ok("reopen", "1", "--reason", "They called.", who="Ana")["status"] == "open"


def test_a_problem_for_people(problem: Cli) -> None:
    problem.ok("note", "1", "heard", "The oven broke.\nAgain.", "--happened", "12:25", who="Ana")
    problem.ok("note", "1", "cost", "Wine", "--amount", "4650", who="Ana")
    text = problem.run("show", "1").out
    lines = text.splitlines()
    assert lines[0].startswith("#1  Table 12  Ms Rivera")
    assert "Cost so far $46.50." in text
    assert "We know 1 thing the guest has not been told: 2." in text
    timeline = [line for line in lines if line[:2] == "12"]
    assert [line.split()[1] for line in timeline] == ["2", "1", "3"]
