"""How fast, as ratios against the bare limit in the same run: `python -m tests.benchmarks.NAME`."""
