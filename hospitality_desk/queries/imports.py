"""Which rows of a file are here already."""

from hospitality_desk.queries.base import Reading
from hospitality_desk.storage import incidents as incident_rows


def known_source_keys(reading: Reading, keys: set[str]) -> frozenset[str]:
    """Return which of these keys were brought in before."""
    return frozenset(incident_rows.known_source_keys(reading.connection, keys))
