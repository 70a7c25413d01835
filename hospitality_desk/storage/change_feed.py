"""The numbered news: append in the writing transaction, read what came after a number."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from hospitality_desk.domain.changes import Changes, Origin
from hospitality_desk.domain.json_form import canonical
from hospitality_desk.storage.tables import change_feed, heads


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """One piece of news: its number, when and by which desk, and what it touched."""

    seq: int
    at: datetime
    changes: Changes
    origin: Origin


def append(connection: Connection, seq: int, at: datetime, changes: Changes, origin: Origin) -> None:
    """Append one piece of news; `seq` is given under the lock on the heads row, so numbers have no gaps."""
    written = canonical({**changes.to_json(), "origin": origin.origin_id, "station": origin.station})
    connection.execute(insert(change_feed), {"seq": seq, "at": at, "changes": written})


def newest(connection: Connection) -> int:
    """Return the number of the newest news, 0 when there is none."""
    return int(connection.execute(select(heads.c.feed_seq)).scalar_one())


def after(connection: Connection, seen: int) -> list[FeedRow]:
    """Return all that was committed after `seen`, in the order of its commits."""
    rows = connection.execute(
        select(change_feed.c.seq, change_feed.c.at, change_feed.c.changes)
        .where(change_feed.c.seq > seen)
        .order_by(change_feed.c.seq)
    ).all()
    return [_read(row.seq, row.at, json.loads(row.changes)) for row in rows]


def _read(seq: int, at: datetime, form: dict[str, Any]) -> FeedRow:  # Any: JSON
    origin = Origin(origin_id=form.get("origin", ""), station=form.get("station", ""))
    return FeedRow(seq=seq, at=at, changes=Changes.from_json(form), origin=origin)
