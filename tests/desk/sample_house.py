"""The sample venue as its tests read it: loaded at a moment, each problem whole, as plain rows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import NOW_VARIABLE, Address, open_desk
from hospitality_desk.desk.sample import SAMPLE_INCIDENTS, load_sample
from hospitality_desk.domain.incident import Incident
from hospitality_desk.queries.incidents import incident_numbered, incident_whole

NOON = "2026-11-20T12:56:00-05:00"
"""A Friday, four minutes to one: the pictures' moment."""
ZONE = "America/New_York"


@contextmanager
def at(now: str, zone: str = ZONE) -> Iterator[None]:
    """Let it be this moment, in this PC's zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(NOW_VARIABLE, now)
        patch.setenv("TZ", zone)
        yield


@contextmanager
def loaded(folder: Path, now: str = NOON, zone: str = ZONE) -> Iterator[Desk]:
    """Load the sample venue at this moment and open it; its clock stands still, this PC's own goes on."""
    with at(now, zone):
        load_sample(Address(data=folder))
        desk = open_desk(Address(data=folder))
    try:
        yield desk
    finally:
        desk.close()


def problems(desk: Desk) -> list[Incident]:
    """Return everything that was ever logged, in the order of its numbers."""
    found: list[Incident] = []
    while (incident_id := desk.ask(incident_numbered, len(found) + 1)) is not None:
        whole = desk.ask(incident_whole, incident_id)
        assert whole is not None
        found.append(whole)
    assert len(found) == SAMPLE_INCIDENTS
    return found


def texts(incident: Incident) -> list[str]:
    """Return every text of a problem that a person reads."""
    said = [note.text for note in incident.notes] + [task.title for task in incident.tasks]
    said += [each.what for each in incident.promises if each.what]
    said += [verdict.words for verdict in incident.verdicts if verdict.words]
    said += [note.kept_back_reason for note in incident.notes if note.kept_back_reason]
    fields = (incident.place, incident.guest, incident.gist, incident.quiet and incident.quiet.reason)
    return said + [each for each in fields if each]


def local(moment: datetime | None, zone: ZoneInfo) -> datetime:
    """Return the moment as the clock on the wall shows it."""
    assert moment is not None
    return moment.astimezone(zone)


def files(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if os.path.isdir(folder) else {}
