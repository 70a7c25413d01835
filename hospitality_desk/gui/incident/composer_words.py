"""What the composer asks, by kind of note, and what it says when a note is added or cannot be."""

from collections.abc import Callable
from functools import partial

from hospitality_desk.commands.timeline import WithdrawNote
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.ids import IncidentId
from hospitality_desk.domain.text import has_a_word
from hospitality_desk.errors import Refused
from hospitality_desk.gui.acts import Acts
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


def check_words(text: str, kind: EntryKind, chosen: EntryKind | None) -> None:
    """Raise Refused, with a sentence, for a note without a word, and for a Told that nobody decided on."""
    if not has_a_word(text):
        raise Refused(_("Write at least one word."))
    if kind == EntryKind.TOLD and chosen is None:
        raise Refused(_("Did you tell the guest? Choose Told guest, or what else it is."))


def say_added(
    acts: Acts, incident_id: IncidentId, kind: EntryKind, outcome: Outcome, taken_back: Callable[[Outcome], None]
) -> None:
    """Say that a note is on the timeline, with a way back; what was done before was said before.

    `taken_back` is called once somebody went that way.
    """
    number = outcome.answer.get("entry")
    if outcome.was_done_before or not isinstance(number, int):
        return
    words = _("Told guest: the clock starts again.") if kind == EntryKind.TOLD else _("Note added.")
    take_back = partial(WithdrawNote, incident_id=incident_id, note=number, reason=_("Added by mistake"))
    acts.toast.emit(words, acts.undo_with(take_back, taken_back))
