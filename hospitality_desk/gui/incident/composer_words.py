"""The questions the composer asks, by kind of note."""

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.gui.incident.spoken_of import SpokenOf
from hospitality_desk.words import N_, _

_PLACEHOLDERS = {
    None: N_("What happened? One line is enough."),
    EntryKind.SAW: N_("What did you see? One line is enough."),
    EntryKind.HEARD: N_("What was said? The guest's own words in quotation marks."),
    EntryKind.THINK: N_("What do you think is behind it?"),
    EntryKind.DID: N_("What did you do?"),
    EntryKind.COST: N_("What was it for, and how much?"),
}


def placeholder(kind: EntryKind | None, spoken_of: SpokenOf) -> str:
    """Return the words in the empty field."""
    if kind == EntryKind.TOLD:
        return {
            SpokenOf.SHE: _("What exactly did you tell her, and by when is the next word?"),
            SpokenOf.HE: _("What exactly did you tell him, and by when is the next word?"),
            SpokenOf.THEY: _("What exactly did you tell them, and by when is the next word?"),
        }[spoken_of]
    return _(_PLACEHOLDERS[kind])
