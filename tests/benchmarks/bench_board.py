"""The Floor's query with 200 open problems among many settled ones, against the bare query of the same columns."""

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hospitality_desk.commands.imports import ImportedProblem, ImportProblems
from hospitality_desk.desk.open import Address, make_desk
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, IncidentId, new_id
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.queries import incidents as asked
from hospitality_desk.storage.driver import sqlite_driver
from tests.benchmarks.ratios import compare


def main(settled: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Address(data=Path(folder)))
        now = datetime.now(UTC)
        for start in range(0, settled + 200, 20_000):
            count = min(20_000, settled + 200 - start)
            problems = tuple(
                ImportedProblem(
                    incident_id=IncidentId(new_id()), source_key=str(start + n), text=f"The room was cold {n}",
                    when=now - timedelta(minutes=n), place=f"Room {n % 300}", is_open=start + n < 200,
                )
                for n in range(count)
            )  # fmt: skip
            command = ImportProblems(command_id=CommandId(new_id()), by=THE_HOUSE, at=now, problems=problems)
            desk.do(command)
        raw = sqlite_driver().connect(str(Path(folder) / STORE_FILE), isolation_level=None)
        say = str(asked._board().compile(desk._store._readers))
        compare(
            f"board of 200 open among {settled:,}", lambda: desk.ask(asked.board_rows),
            lambda: raw.execute(say).fetchall(), 200,
        )  # fmt: skip
        raw.close()
        desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
