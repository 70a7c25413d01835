"""Log one problem durably, whole command, against the bare driver writing the same rows."""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.desk.open import Address, make_desk
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, new_id
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.storage.driver import sqlite_driver
from tests.benchmarks.ratios import compare

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"


def main() -> None:
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as bare:
        desk = make_desk(Address(data=Path(ours)))
        make_desk(Address(data=Path(bare))).close()
        now = datetime.now(UTC)

        def log() -> None:
            desk.do(
                LogIncident(
                    command_id=CommandId(new_id()),
                    by=THE_HOUSE,
                    at=now,
                    incident_id=IncidentId(new_id()),
                    entry_id=EntryId(new_id()),
                    text=LINE,
                    gist="Left purse in taxi",
                    place="Table 12",
                )
            )

        raw = sqlite_driver().connect(str(Path(bare) / STORE_FILE), isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            raw.execute(f"PRAGMA {pragma}").fetchall()
        numbers = iter(range(1, 1_000_000))
        moment = now.replace(tzinfo=None).isoformat(" ")
        body = json.dumps({"text": LINE, "place": "Table 12", "gist": "Left purse in taxi", "severity": "middling"})

        def write() -> None:
            n, incident = next(numbers), new_id()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(
                "INSERT INTO incidents (incident_id, number, sort, status, source, place, severity, severity_sure, kind,"
                " owner_id, said, own_words, happened_at, opened_at, service_date, clock_start, is_gone, untold, last_seq)"
                " VALUES (?, ?, 'problem', 'open', 'told', 'Table 12', 'middling', 0, 'Not yet known', ?, ?, 0, ?, ?, ?, ?, 0, 0, ?)",
                (incident, n, THE_HOUSE, "Left purse in taxi", moment, moment, moment[:10], moment, n * 2),
            )
            heads = [
                (n * 2 - 1, new_id(), incident, "opened", THE_HOUSE, moment, "c" * 64, "p" * 64, "h" * 64),
                (n * 2, new_id(), incident, "heard", THE_HOUSE, moment, "c" * 64, "p" * 64, "h" * 64),
            ]
            raw.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", heads)
            raw.executemany(
                "INSERT INTO payloads VALUES (?, ?, ?)", [(n * 2 - 1, b"s" * 32, body), (n * 2, b"s" * 32, body)]
            )
            raw.execute("INSERT INTO change_feed VALUES (?, ?, ?)", (n, moment, json.dumps({"incidents": [incident]})))
            raw.execute(
                "INSERT INTO done_commands VALUES (?, 'LogIncident', ?, ?, '{}')", (new_id(), THE_HOUSE, moment)
            )
            raw.execute("UPDATE heads SET journal_seq = ?, feed_seq = ?, incident_number = ?", (n * 2, n, n))
            raw.execute("COMMIT")

        compare("log one problem, whole command", log, write, 400)
        desk.close()
        raw.close()


if __name__ == "__main__":
    main()
