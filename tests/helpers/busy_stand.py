"""Another stand of the same house, in a process of its own: changes come at an even pace once it is told to go.

    python -m tests.helpers.busy_stand FOLDER CHANGES SECONDS

It says "ready", waits for a line, and then says for each change `INCIDENT MOMENT`: what was changed, and when its commit
was done, by this machine's monotonic clock, which all processes share.
"""

import os
import sys
import time
from pathlib import Path

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.queries.incidents import board_rows
from hospitality_desk.queries.staff import colleagues
from tests.helpers.crowded_house import open_crowded
from tests.helpers.evening import Evening


def main(folder: Path, changes: int, seconds: float) -> None:
    desk = open_crowded(folder)
    evening = Evening(desk)
    evening.ids = {person.name: person.person_id for person in desk.ask(colleagues)}
    waiting = [row.incident_id for row in desk.ask(board_rows)]
    say("ready")
    sys.stdin.readline()
    began = time.monotonic()
    for n in range(changes):
        time.sleep(max(0.0, began + n * seconds / changes - time.monotonic()))
        changed = change(evening, n, waiting)
        say(f"{changed} {time.monotonic()}")
    desk.close()


def change(evening: Evening, n: int, waiting: list[IncidentId]) -> IncidentId:
    """Do one of four things in turn: a word to the guest (the row goes down), a note, a task, a new problem."""
    one = waiting[(n * 7) % len(waiting)]
    match n % 4:
        case 0:
            evening.told(one, "We come in ten minutes.", "Ana")
        case 1:
            evening.note(one, EntryKind.HEARD, "They would rather wait in the bar.", "Ana")
        case 2:
            evening.task(one, "Bring the bill", "Ana")
        case _:
            one = evening.log("Their car never came", "Ana", place=f"Lobby {n}")
    return one


def say(words: str) -> None:
    os.write(1, words.encode() + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
