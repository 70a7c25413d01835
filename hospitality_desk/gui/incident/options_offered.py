"""Which notes and promises a new note can be tied to."""

from hospitality_desk.domain.entries import CUE_KINDS, EntryKind
from hospitality_desk.domain.promises import Promise, PromiseState, happened_order
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.incident.note_choices import NoteChoices
from hospitality_desk.gui.incident.scene import Scene

_RECENT = 6
"""Chips of one sort: the most recent notes; older ones are seldom meant."""


def offered(kind: EntryKind | None, choices: NoteChoices, scene: Scene) -> tuple[object, ...]:
    """Return what the options are made from, so that they are made anew only when that differs."""
    things = tuple((each.n, each.what) for each in open_things(scene))
    match kind:
        case EntryKind.THINK:
            return tuple((note.n, note.text) for note in cues(choices, scene))
        case EntryKind.DID:
            return tuple(note.n for note in thinks(scene)), things
        case EntryKind.TOLD:
            return tuple((note.n, note.text) for note in tellable(choices, scene)), things
        case _other:
            return ()


def cues(choices: NoteChoices, scene: Scene) -> list[Note]:
    """Return what a Think may rest on: the recent Saw and Heard, and what is ticked, in order of time."""
    cues = [note for note in scene.incident.notes if note.counts and note.kind in CUE_KINDS]
    found = [note for note in cues if note in cues[-_RECENT:] or note.n in choices.rests_on]
    return sorted(found, key=happened_order)


def thinks(scene: Scene) -> list[Note]:
    """Return the recent Thinks that a Did may follow."""
    return [note for note in scene.incident.notes if note.counts and note.kind == EntryKind.THINK][-_RECENT:]


def tellable(choices: NoteChoices, scene: Scene) -> list[Note]:
    """Return what the guest may be told of now, and what is ticked."""
    untold = {note.n for note in scene.untold}
    return [note for note in scene.incident.notes if note.counts and (note.n in untold or note.n in choices.tells)]


def open_things(scene: Scene) -> list[Promise]:
    """Return the promises of a thing that are neither kept nor moved."""
    open_states = (PromiseState.OPEN, PromiseState.BROKEN)
    return [each for each in scene.incident.promises if each.is_of_a_thing and each.state(scene.now) in open_states]
