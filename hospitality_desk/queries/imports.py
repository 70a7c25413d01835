"""Which rows of a file are here already."""

from collections.abc import Collection

from sqlalchemy import select

from hospitality_desk.queries.base import Reading
from hospitality_desk.storage.tables import incidents

_AT_ONCE = 500


def known_source_keys(reading: Reading, keys: Collection[str]) -> frozenset[str]:
    """Return which of these keys were brought in before."""
    wanted = sorted(keys)
    found: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        query = select(incidents.c.source_key).where(incidents.c.source_key.in_(some))
        found.update(key for (key,) in reading.connection.execute(query))
    return frozenset(found)
