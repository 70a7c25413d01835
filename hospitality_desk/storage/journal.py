"""The chain through the journal: what makes a rewritten, missing or added line show.

A header holds a commitment to its body, SHA-256("hd1" + 32 bytes of salt + body), and the hash of the header before
it. The chain runs over headers only, so a body (with its salt) may be erased and the chain still holds.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from hospitality_desk.domain.clock import iso
from hospitality_desk.domain.entries import BODY_OF, Body, EntryKind
from hospitality_desk.domain.json_form import canonical, from_json, to_json

FIRST_PREV = "0" * 64
SALT_BYTES = 32
_MARK = b"hd1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """One line of the journal without its body."""

    seq: int
    entry_id: str
    incident_id: str | None
    kind: str
    actor_id: str
    recorded_at: datetime
    commitment: str
    prev: str

    def hash(self) -> str:
        """Return the hash the next line holds, in hexadecimal."""
        form = {
            "seq": self.seq,
            "entry": self.entry_id,
            "incident": self.incident_id,
            "kind": self.kind,
            "actor": self.actor_id,
            "time": iso(self.recorded_at),
            "c": self.commitment,
            "prev": self.prev,
        }
        return hashlib.sha256(canonical(form).encode()).hexdigest()


def commitment(salt: bytes, body: str) -> str:
    """Return the commitment to a body as it is written, in hexadecimal."""
    return hashlib.sha256(_MARK + salt + body.encode()).hexdigest()


def write_body(body: Body) -> str:
    """Return the body as it is stored: canonical JSON."""
    return canonical(to_json(body))


def read_body(kind: EntryKind, written: str) -> Body:
    """Read a stored body; raises ValueError when it does not fit its kind."""
    return from_json(BODY_OF[kind], json.loads(written))
