"""Fifty ends while typing and fifty right after Enter: prints one line of figures, exits 1 on any loss."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.journeys.kill_rounds import KillRounds


def main() -> int:
    """Run the rounds, half of them while typing, half right after Enter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50, help="of each sort (50)")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rounds = KillRounds(Path(folder), asked.seed)
        failed = ""
        try:
            for _round in range(asked.rounds):
                rounds.while_typing()
                rounds.right_after_enter()
            rounds.start_and_leave()
        except AssertionError as error:
            failed = f"LOSS in round {rounds.figures.rounds + 1}: {error}; "
        figures = rounds.figures
        sys.stdout.write(
            f"{failed}{figures.rounds} kills, {figures.logged} lines logged, each there once; "
            f"{figures.stored_unsaid} stored before the window could say so, {figures.closed_as_saved} drafts closed "
            f"as saved; at most {figures.most_lost} characters of typing lost; slowest start "
            f"{figures.slowest_start:.1f} s\n"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
