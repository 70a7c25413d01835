"""Which scene a note belongs in, and in which order they are told."""

from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.promises import happened_order
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.domain.timeline import Note

_ACTS = frozenset({EntryKind.TOLD, EntryKind.DID})


def notes_in_order(incident: Incident) -> tuple[Note, ...]:
    """Return the standing notes that still have words, as they happened."""
    standing = [note for note in incident.notes if note.counts and not note.erased]
    return tuple(sorted(standing, key=happened_order))


def scenes_of(incident: Incident) -> dict[int, Scene]:
    """Return the scene of every standing note, by its number.

    What was seen and heard before we did or said anything is what the guest lived; every Think is what we noticed;
    from the note that put it right (it keeps a promise of a thing, or is our last act) on, it is how it ended; all
    between is what we did.
    """
    order = notes_in_order(incident)
    acts = [at for at, note in enumerate(order) if note.kind in _ACTS]
    first = acts[0] if acts else len(order)
    keeping = [at for at in acts if order[at].keeps is not None]
    ending = keeping[-1] if keeping else (acts[-1] if len(acts) > 1 else len(order))
    found: dict[int, Scene] = {}
    for at, note in enumerate(order):
        if note.kind == EntryKind.THINK:
            found[note.n] = Scene.NOTICED
        elif at >= ending:
            found[note.n] = Scene.ENDED
        elif at < first and note.kind in (EntryKind.SAW, EntryKind.HEARD):
            found[note.n] = Scene.LIVED
        else:
            found[note.n] = Scene.DID
    return found
