"""The busiest hour in the window: how soon another process's change is heard, and whether typing ever stumbles."""

import os
import statistics
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.helpers.busy_hour import BusyHour
from tests.helpers.crowded_house import make_crowded

STILL, HEARD = 50, 100
"""Milliseconds (performance paper, 3): the window's thread at most, and a change on the same PC at p95."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder)
        longest = make_crowded(house)
        hour = BusyHour(house, longest)
        try:
            figures = hour.play()
        finally:
            hour.close()
        said("window's thread stands still", figures.heart.gaps, STILL)
        said("commit elsewhere to heard here", figures.shown, HEARD)
        said("one key in the composer", figures.keys, 16)
        if figures.heart.longest > STILL:
            sys.stdout.write(figures.heart.worst() + "\n")


def said(name: str, found: list[float], line: float) -> None:
    """Print one line about a list of milliseconds."""
    found = sorted(found)
    p95 = found[int(len(found) * 0.95)]
    words = f"{name:<44} {statistics.median(found):8.3f} ms  p95 {p95:8.3f}  most {found[-1]:8.3f}   line {line:g}"
    sys.stdout.write(words + ("\n" if found[-1] <= line else "   OVER\n"))


if __name__ == "__main__":
    main()
