"""Lines of scripts that are not written letter by letter: not yet drawn."""

from collections.abc import Collection

from hospitality_desk.documents.pen import Line, Style
from hospitality_desk.errors import BugError


def complex_lines(text: str, style: Style, width: float) -> list[Line]:
    """Return the lines of a text. Raises BugError: ask `undrawable` first."""
    from PySide6.QtGui import QTextLayout  # an absent Qt must not stop papers in Latin script

    raise BugError(f"no line of this script can be set yet by {QTextLayout.__name__}")


def without_shape(characters: Collection[str]) -> frozenset[str]:
    """Return those of the characters that no font here has a shape for."""
    return frozenset(characters)
