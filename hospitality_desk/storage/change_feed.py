"""The numbered news: append in the writing transaction, read what came after a number."""

import json
from datetime import datetime

from sqlalchemy import Connection, insert, select

from hospitality_desk.domain.changes import Changes
from hospitality_desk.domain.json_form import canonical
from hospitality_desk.storage.tables import change_feed, heads


def append(connection: Connection, seq: int, at: datetime, changes: Changes) -> None:
    """Append one piece of news; `seq` is given under the lock on the heads row, so numbers have no gaps."""
    written = canonical(changes.to_json())
    connection.execute(insert(change_feed), {"seq": seq, "at": at, "changes": written})


def newest(connection: Connection) -> int:
    """Return the number of the newest news, 0 when there is none."""
    return int(connection.execute(select(heads.c.feed_seq)).scalar_one())


def after(connection: Connection, seen: int) -> tuple[int, Changes]:
    """Return the newest number and all that changed after `seen`, folded into one piece of news."""
    rows = connection.execute(
        select(change_feed.c.seq, change_feed.c.changes).where(change_feed.c.seq > seen).order_by(change_feed.c.seq)
    ).all()
    changes = Changes()
    for _seq, written in rows:
        changes = changes | Changes.from_json(json.loads(written))
    return (rows[-1][0] if rows else seen), changes
