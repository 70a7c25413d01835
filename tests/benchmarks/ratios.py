"""Time the product and its bare limit in turn, and print median, p95 and the ratio."""

import statistics
import sys
import time
from collections.abc import Callable


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds of one act."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def compare(name: str, ours: Callable[[], object], bare: Callable[[], object], runs: int) -> float:
    """Run both in turn `runs` times after a warm-up, print one line, and return the ratio of the medians."""
    for _ in range(max(3, runs // 10)):
        ours(), bare()
    pairs = [(timed(ours), timed(bare)) for _ in range(runs)]
    mine, limit = [list(each) for each in zip(*pairs, strict=True)]
    return said(name, mine, limit)


def said(name: str, mine: list[float], limit: list[float]) -> float:
    """Print one line about two lists of milliseconds, and return the ratio of their medians."""
    mine, limit = sorted(mine), sorted(limit)
    runs = len(mine)
    ratio = statistics.median(mine) / statistics.median(limit)
    say = f"{name:<44} {statistics.median(mine):8.3f} ms  p95 {mine[int(runs * 0.95)]:8.3f}  p99 {mine[int(runs * 0.99)]:8.3f}"
    sys.stdout.write(f"{say}   limit {statistics.median(limit):8.3f} ms   ratio {ratio:5.2f}\n")
    return ratio
