"""This PC's folder as it was named, and the log in it for our own mistakes."""

from pathlib import Path

from hospitality_desk.errors import WrongUse
from hospitality_desk.logs import start_logging
from hospitality_desk.paths import data_folder
from hospitality_desk.words import _

_LONGEST_SHOWN = 60


def chosen_folder(named: str | None) -> Path:
    """Return this PC's folder: the one named, else the environment's, else the platform's. Makes nothing.

    Raises WrongUse when it cannot be one.
    """
    try:
        return data_folder(named)
    except OSError as trouble:
        shown = str(trouble.filename)
        shown = shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"
        say = _("The folder {folder} cannot be opened. Name another one with --data. Nothing was changed.")
        raise WrongUse(say.format(folder=shown)) from None


def start_log(named: str | None) -> Path | None:
    """Write the log from now on and return its folder; None when it cannot be written."""
    try:
        return start_logging(chosen_folder(named)).parent
    except (OSError, WrongUse):
        return None
