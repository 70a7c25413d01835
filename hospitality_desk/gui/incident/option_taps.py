"""What a tap on an option of the composer changes, and whether it is chosen."""

from dataclasses import replace

from hospitality_desk.gui.incident.note_choices import NoteChoices


def has_rests_on(n: int, choices: NoteChoices) -> bool:
    """Tell whether the Think rests on note n."""
    return n in choices.rests_on


def tap_rests_on(n: int, choices: NoteChoices) -> NoteChoices:
    """Let it rest on note n, or not."""
    return replace(choices, rests_on=choices.rests_on ^ {n})


def has_follows(n: int, choices: NoteChoices) -> bool:
    """Tell whether the Did follows note n."""
    return choices.follows == n


def tap_follows(n: int, choices: NoteChoices) -> NoteChoices:
    """Let it follow note n alone, or nothing."""
    return replace(choices, follows=None if choices.follows == n else n)


def has_tells(n: int, choices: NoteChoices) -> bool:
    """Tell whether note n is told."""
    return n in choices.tells


def tap_tells(n: int, choices: NoteChoices) -> NoteChoices:
    """Let it tell note n, or not."""
    return replace(choices, tells=choices.tells ^ {n})


def has_keeps(n: int, choices: NoteChoices) -> bool:
    """Tell whether promise n is kept."""
    return choices.keeps == n


def tap_keeps(n: int, choices: NoteChoices) -> NoteChoices:
    """Let it keep promise n alone, or nothing."""
    return replace(choices, keeps=None if choices.keeps == n else n, moves=None)


def has_moves(n: int, choices: NoteChoices) -> bool:
    """Tell whether promise n is moved."""
    return choices.moves == n


def tap_moves(n: int, choices: NoteChoices) -> NoteChoices:
    """Let it move promise n alone, or nothing."""
    return replace(choices, moves=None if choices.moves == n else n, keeps=None)
