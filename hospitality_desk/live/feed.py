"""The news of the house after the last number seen: what changed, and where others changed it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime

from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.storage import change_feed
from hospitality_desk.storage.store import Store
from hospitality_desk.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Another stand has changed a problem, there and then."""

    incident_id: IncidentId
    station: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What was committed since the last look. `marks` holds the newest of each problem that others changed."""

    changes: Changes
    marks: tuple[Mark, ...] = ()


class Feed:
    """One listener's place in the feed. Safe to use from several threads; each piece of news is given once.

    What this listener's own desk did is no news, as far as `did` has named its number by then: it is told with the
    command's answer. A command whose answer was lost on the way is heard like anybody else's.
    """

    def __init__(self, store: Store, origin_id: str) -> None:
        self._store, self._origin_id = store, origin_id
        self._lock = threading.Lock()
        self._did: set[int] = set()
        self._seen: int | None = None

    def begin(self) -> None:
        """Count as seen what is there now; before this, all that was ever committed is news."""
        with self._lock, self._store.read() as connection:
            self._seen = change_feed.newest(connection)

    def did(self, seq: int) -> None:
        """Leave this number out of the news: whoever did it knows."""
        self._did.add(seq)

    def news(self) -> News:
        """Return what came since the last look. Raises StoreUnreachable or StoreBusy; then nothing is lost."""
        with self._lock:
            with self._store.read() as connection:
                rows = change_feed.after(connection, self._seen or 0)
            if rows:
                self._seen = rows[-1].seq
            told = self._did.copy()  # one act of the interpreter: `did` may add meanwhile, and waits for nobody
            self._did -= {seq for seq in told if seq <= (self._seen or 0)}
        return self._folded([row for row in rows if row.seq not in told])

    def _folded(self, rows: list[change_feed.FeedRow]) -> News:
        changes = Changes()
        marks: dict[IncidentId, Mark] = {}
        for row in rows:
            changes = changes | row.changes
            if row.origin.origin_id != self._origin_id:
                for incident_id in row.changes.incidents:
                    station = row.origin.station or _("Another stand")
                    marks[incident_id] = Mark(incident_id=incident_id, station=station, at=row.at)
        return News(changes=changes, marks=tuple(marks.values()))
