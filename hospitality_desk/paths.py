"""Where things lie: this PC's folder, its files, and the resources shipped with the app."""

import errno
import os
from pathlib import Path

from platformdirs import user_data_path

STORE_FILE = "desk.sqlite3"
STATION_FILE = "station.sqlite3"
LOG_FOLDER = "logs"


def data_folder(chosen: str | None = None) -> Path:
    """Return this PC's folder: the one named, else HOSPITALITY_DESK_DATA, else the platform's own. Makes nothing.

    Raises OSError, with the folder as its `filename`, when it cannot be one: it is in the home of nobody here, its
    name is too long, or nobody lets us look into it.
    """
    named = chosen or os.environ.get("HOSPITALITY_DESK_DATA")
    folder = Path(named) if named else user_data_path("hospitality-desk", appauthor=False)
    try:
        found = folder.expanduser().absolute()
        _look_into(found)
    except (OSError, RuntimeError, ValueError) as error:
        raise OSError(errno.EACCES, "cannot be opened", str(folder)) from error
    return found


def _look_into(folder: Path) -> None:
    try:
        (folder / STORE_FILE).stat()
    except (FileNotFoundError, NotADirectoryError):
        return  # it can be made, or whoever tries to make it says why it cannot


def make_private(folder: Path) -> None:
    """Make the folder if it is missing, readable by its owner alone (0700).

    Raises OSError when that cannot be done.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def resources_folder() -> Path:
    """Return the folder of fonts, pictures and catalogues, in a checkout or in a built package."""
    package = Path(__file__).resolve().parent
    built = package / "_resources"
    return built if built.is_dir() else package.parent / "resources"


def translations_folder() -> Path:
    """Return the folder of the gettext catalogues."""
    return resources_folder() / "translations"


def fonts_folder() -> Path:
    """Return the folder of the shipped fonts."""
    return resources_folder() / "fonts"
