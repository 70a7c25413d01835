"""The words and icons of the six kinds of note, for every screen."""

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.words import N_, _

KINDS = (EntryKind.SAW, EntryKind.HEARD, EntryKind.THINK, EntryKind.DID, EntryKind.TOLD, EntryKind.COST)
"""The six kinds of note in the order of their keys 1 to 6."""
KIND_ICONS = {
    EntryKind.SAW: "eye-outline",
    EntryKind.HEARD: "ear-hearing",
    EntryKind.THINK: "head-lightbulb-outline",
    EntryKind.DID: "hand-heart-outline",
    EntryKind.TOLD: "account-voice",
    EntryKind.COST: "cash",
}
_KINDS = {
    EntryKind.SAW: N_("Saw"),
    EntryKind.HEARD: N_("Heard"),
    EntryKind.THINK: N_("Think"),
    EntryKind.DID: N_("Did"),
    EntryKind.TOLD: N_("Told guest"),
    EntryKind.COST: N_("Cost"),
}


def kind_name(kind: EntryKind) -> str:
    """Return the word for a kind of note."""
    return _(_KINDS[kind])
