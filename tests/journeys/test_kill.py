"""The window is ended with kill -9; the long loop is tests/prove/prove_kill.py."""

import sys
from pathlib import Path

import pytest

from tests.journeys.kill_rounds import LOST_AT_MOST, KillRounds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of the other systems"),
]


def test_killed_while_typing_loses_half_a_second_at_most(tmp_path: Path) -> None:
    rounds = KillRounds(tmp_path, seed=1)
    for _round in range(4):
        rounds.while_typing()
    rounds.start_and_leave()
    assert rounds.figures.rounds == 5
    assert rounds.figures.most_lost <= LOST_AT_MOST


def test_killed_right_after_enter_loses_no_line_and_makes_none_twice(tmp_path: Path) -> None:
    rounds = KillRounds(tmp_path, seed=2)
    for _round in range(4):
        rounds.right_after_enter()
    rounds.start_and_leave()
    assert rounds.figures.logged >= 1
