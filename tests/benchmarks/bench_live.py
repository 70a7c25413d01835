"""From another process's commit to its news here, against a line through a pipe from that process."""

import queue
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hospitality_desk.desk.open import Address, make_desk, open_desk
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, new_id
from tests.benchmarks.ratios import said

ROUNDS = 100


def writer(folder: str) -> None:
    """Log a problem for each line that comes in, and answer with the moment of its commit."""
    from hospitality_desk.commands.incidents import LogIncident

    desk = open_desk(Address(data=Path(folder)))
    for _line in sys.stdin:
        command = LogIncident(
            command_id=CommandId(new_id()), by=THE_HOUSE, at=desk.now(), incident_id=IncidentId(new_id()),
            entry_id=EntryId(new_id()), text="Warm beer", gist="Warm beer",
        )  # fmt: skip
        desk.do(command)
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
    desk.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Address(data=Path(folder)))
        desk.feed.begin()
        rings: queue.Queue[None] = queue.Queue()
        desk.listen(lambda: rings.put(None))
        other = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.bench_live", folder], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert other.stdin is not None
        assert other.stdout is not None
        heard, piped = [], []
        for n in range(ROUNDS):
            time.sleep(0.03 + (n * 7 % 40) / 1000)  # at every point of the watch's round
            other.stdin.write("go\n")
            other.stdin.flush()
            committed = float(other.stdout.readline())
            piped.append((time.monotonic() - committed) * 1000)
            rings.get(timeout=5)
            while not desk.feed.news().changes:
                rings.get(timeout=5)
            heard.append((time.monotonic() - committed) * 1000)
        other.stdin.close()
        other.wait()
        desk.close()
    said(f"news of another process, {ROUNDS} changes", heard, piped)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        writer(sys.argv[1])
    else:
        main()
