"""Since when the guest clock runs, in words: our last word to the guest, and before the first, how we came to know."""

from hospitality_desk.domain.entries import CUE_KINDS, EntryKind
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.promises import happened_order, told_in_order
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.spoken_of import SpokenOf
from hospitality_desk.gui.widgets.clock_words import header_clock_words, since_words
from hospitality_desk.words import _, ngettext

_MINUTES_SPOKEN = 99


def since_whom(scene: Scene) -> str:
    """Return the words under the minutes: "since she heard from us", never before she did.

    Before our first word the clock runs from what a guest told us, from what a colleague said, or from what we saw;
    after a reopening from that, until the next word.
    """
    incident, spoken = scene.incident, scene.spoken_of
    told = told_in_order(incident.notes)
    reopened = incident.reopened_at
    if told and (reopened is None or happened_order(told[-1])[0] >= reopened):
        return spoken.since
    if reopened is not None:
        return _("since it was opened again")
    cues = [note for note in incident.notes if note.counts and note.kind in CUE_KINDS and note.happened_at is not None]
    first = min(cues, key=happened_order) if cues else None
    if first.kind == EntryKind.SAW if first is not None else incident.source == Source.SEEN:
        return _("since we noticed")
    if incident.source == Source.COLLEAGUE:
        return _("since we heard of it")
    return {
        SpokenOf.SHE: _("since she told us"),
        SpokenOf.HE: _("since he told us"),
        SpokenOf.THEY: _("since they told us"),
    }[spoken]


def spoken_since(scene: Scene) -> str:
    """Return the whole clock as a screen reader says it: "11 minutes since she heard from us, speak by 13:00"."""
    clock = scene.clock
    if clock is None:
        return ""
    span = since_words(clock.minutes)
    if clock.minutes <= _MINUTES_SPOKEN:
        span = ngettext("{n} minute", "{n} minutes", clock.minutes).format(n=clock.minutes)
    words = header_clock_words(clock, scene.zone)
    words = words[:1].lower() + words[1:]
    return _("{span} {since}, {words}").format(span=span, since=since_whom(scene), words=words)
