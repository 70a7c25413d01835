"""A screen as text: what a person reads, pane by pane and line by line."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from tests.gui.looking.painted import Painted, painted_texts

PANES = {
    "rail": "rail", "banner": "banner", "floor_header": "list head", "list_pane": "list", "floor_footer": "list foot",
    "incident_header": "problem", "header_clock": "clock", "untold_strip": "not told", "happened_pane": "what happened",
    "tasks_pane": "tasks", "composer": "note", "settle_panel": "settle", "quick_log": "quick log", "toast": "toast",
    "editor_header": "story head", "log_pane": "log", "scenes_pane": "scenes", "names_pane": "names",
    "gate_part": "gate", "stories": "stories", "paper_head": "pages head", "paper_foot": "pages foot",
    "empty_detail": "beside the list", "trouble": "trouble",
}  # fmt: skip
"""Object names of widgets that are read as one piece, and what they are called here; the innermost counts."""
_SAME_LINE = 4.0
_GAP = 14.0
"""Pixels between two runs from which on they are two things, not one sentence."""


def screen_text(window: QWidget) -> str:
    """Return what stands on the screen. `|` parts things that stand beside each other in a line."""
    panes: dict[str, list[Painted]] = {}
    for run in painted_texts(window):
        panes.setdefault(_pane(run.widget, window), []).append(run)
    ordered = sorted(panes, key=lambda name: _corner(panes[name]))
    return "\n".join(f"== {name}\n" + "\n".join(_lines(panes[name])) for name in ordered) + "\n"


def _pane(widget: QWidget, window: QWidget) -> str:
    here: QWidget | None = widget
    while here is not None and here is not window:
        if here.objectName() in PANES:
            return PANES[here.objectName()]
        here = here.parentWidget()
    return "window"


def _corner(runs: list[Painted]) -> tuple[int, float]:
    """Left to right in wide steps, then top to bottom."""
    return round(min(run.left for run in runs) / 150), min(run.baseline for run in runs)


def _lines(runs: list[Painted]) -> list[str]:
    lines: list[list[Painted]] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if lines and run.baseline - lines[-1][-1].baseline <= _SAME_LINE:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_joined(sorted(line, key=lambda run: run.left)) for line in lines]


def _joined(line: list[Painted]) -> str:
    words = _flat(line[0])
    for before, run in pairwise(line):
        gap = run.left - before.left - before.width
        words += (" | " if gap > _GAP else " " if gap > 1 else "") + _flat(run)
    return words


def _flat(run: Painted) -> str:
    return " ".join(run.text.split())
