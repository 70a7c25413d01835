"""The address of a store as it was typed: what of it may be shown."""

import re

from hospitality_desk.words import _

_FILE = re.compile(r"(sqlite(?:\+pysqlite)?:///[^?]*)(\?.*)?", re.DOTALL)
_SERVER = re.compile(
    r"(?P<kind>postgresql(?:\+psycopg)?://)"
    r"(?:(?P<name>[^:@/?#]*)(?P<secret>:[^@/?#]*)?@)?"
    r"(?P<where>(?:\[[^\]@/?#]*\]|[^:@/?#]*)(?::[0-9]+)?(?:/[^:@/?#]*)?)"
    r"(?P<options>[?#][^@]*)?",
    re.DOTALL,
)
"""An address that leaves no doubt which part of it is the password; a mark out of place is doubt."""


def shown_address(address: str) -> str:
    """Return the address without its password and its options, which may hold one; words where that is not sure."""
    file = _FILE.fullmatch(address)
    if file:
        return file[1] + ("?…" if file[2] else "")
    server = _SERVER.fullmatch(address)
    if not server:
        return _("not understood")
    secret = ":…" if server["secret"] else ""
    name = "" if server["name"] is None else f"{server['name']}{secret}@"
    return f"{server['kind']}{name}{server['where']}{'?…' if server['options'] else ''}"
