"""What the keys do, in groups: those of the window are its actions; those a widget takes itself stand here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence

from hospitality_desk.words import N_, _


class KeyGroup(StrEnum):
    """Where a key acts."""

    ANYWHERE = "anywhere"
    LIST = "list"
    PROBLEM = "problem"
    LOGGING = "logging"
    STORIES = "stories"


GROUP_WORDS = {
    KeyGroup.ANYWHERE: N_("Anywhere"),
    KeyGroup.LIST: N_("In the list"),
    KeyGroup.PROBLEM: N_("In a problem"),
    KeyGroup.LOGGING: N_("While logging"),
    KeyGroup.STORIES: N_("In the stories"),
}
GROUP = "key_group"
"""The property of an action that says where its key acts; an action without it acts anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A line of the sheet: what is done, and the keys that do it."""

    group: KeyGroup
    does: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKey:
    """A key that a widget takes by itself. The sheet shows `does` in the reader's language."""

    group: KeyGroup
    does: str
    keys: tuple[str, ...]
    letter: bool = False
    """A single letter: not shown while single letters are switched off."""


OWN_KEYS = (
    OwnKey(group=KeyGroup.ANYWHERE, does=N_("Next or last field"), keys=("Tab", "Shift+Tab")),
    OwnKey(group=KeyGroup.ANYWHERE, does=N_("Press what has the ring"), keys=("Enter", "Space")),
    OwnKey(group=KeyGroup.ANYWHERE, does=N_("Close, keep what was typed"), keys=("Esc",)),
    OwnKey(group=KeyGroup.LIST, does=N_("Move in the list"), keys=("Up", "Down")),
    OwnKey(group=KeyGroup.LIST, does=N_("First or last problem"), keys=("Home", "End")),
    OwnKey(group=KeyGroup.LIST, does=N_("A page up or down"), keys=("PgUp", "PgDown")),
    OwnKey(group=KeyGroup.LIST, does=N_("Open the problem"), keys=("Enter", "Right", "Space")),
    OwnKey(group=KeyGroup.LIST, does=N_("Back to the list"), keys=("Left",)),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("Add the note"), keys=("Enter",)),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("New line in a note"), keys=("Shift+Enter",)),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("Move in notes and tasks"), keys=("Up", "Down")),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("Menu of a note or a task"), keys=("Enter", "Menu")),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("The task is done"), keys=("D",), letter=True),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("The task is done"), keys=("Space",)),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("Choose a kind or a face"), keys=("Left", "Right")),
    OwnKey(group=KeyGroup.PROBLEM, does=N_("Choose a face"), keys=("1", "2", "3", "4", "5")),
    OwnKey(group=KeyGroup.LOGGING, does=N_("Log it"), keys=("Enter",)),
    OwnKey(group=KeyGroup.LOGGING, does=N_("Log it and open the problem"), keys=("Ctrl+Enter",)),
    OwnKey(group=KeyGroup.LOGGING, does=N_("Add to the similar problem"), keys=("Alt+A",)),
    OwnKey(group=KeyGroup.LOGGING, does=N_("Close, and keep the draft"), keys=("Esc",)),
    OwnKey(group=KeyGroup.STORIES, does=N_("Open the story"), keys=("Enter", "Right")),
    OwnKey(group=KeyGroup.STORIES, does=N_("Choose a released story to print"), keys=("Space",)),
    OwnKey(group=KeyGroup.STORIES, does=N_("Back to the stories"), keys=("Esc",)),
)
"""Every key that no action of the window stands for."""


def key_lines(actions: Iterable[QAction], *, letters: bool, own: Sequence[OwnKey] = OWN_KEYS) -> tuple[KeyLine, ...]:
    """Return all lines of the sheet, group by group; a key that is switched off has none."""
    lines = []
    for action in actions:
        keys = tuple(key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts())
        if keys:
            group = KeyGroup(action.property(GROUP) or KeyGroup.ANYWHERE.value)
            lines.append(KeyLine(group=group, does=action.text(), keys=keys))
    for each in own:
        if letters or not each.letter:
            lines.append(KeyLine(group=each.group, does=_(each.does), keys=each.keys))
    return tuple(sorted(_joined(lines), key=lambda line: list(KeyGroup).index(line.group)))


def _joined(lines: list[KeyLine]) -> list[KeyLine]:
    """Put lines that do the same in the same place on one line."""
    joined: dict[tuple[KeyGroup, str], KeyLine] = {}
    for line in lines:
        before = joined.get((line.group, line.does))
        keys = line.keys if before is None else (*before.keys, *(key for key in line.keys if key not in before.keys))
        joined[line.group, line.does] = KeyLine(group=line.group, does=line.does, keys=keys)
    return list(joined.values())


def shown_key(key: str) -> str:
    """Return a key as this system and language write it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
