"""The daily log for whoever looks after the PC: ids and class names only, never what a guest said."""

import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import cast

from hospitality_desk.paths import LOG_FOLDER, make_private

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_QUOTED = re.compile(r"(['\"])(?:(?!\1).){3,}\1")
_LONG_NUMBER = re.compile(r"\d[\d ()./-]{5,}\d")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class NoGuestWords(logging.Filter):
    """Blank quoted texts and long numbers, the second net under the rule that only ids are logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it through."""
        record.msg = _blank(record.getMessage())
        record.args = ()
        return True


def _blank(message: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return f"\x00{len(kept) - 1}\x00"

    blanked = _LONG_NUMBER.sub("[number]", _QUOTED.sub("[text]", _UUID.sub(keep, message)))
    return re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found.group(1))], blanked)


class _PlainErrors(logging.Formatter):
    """Write where an error came from, never the values it carries."""

    def formatException(self, ei: object) -> str:
        """Return class names, files and lines; the message of an error may hold a guest's words."""
        if not isinstance(ei, tuple):
            return ""
        kind, _error, trace = ei
        lines = [getattr(kind, "__name__", "error")]
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join(lines)


class _PrivateFile(RotatingFileHandler):
    """Makes every log file readable by its owner alone, the later ones too; is silent when the disk is full."""

    def _open(self) -> TextIOWrapper:
        opened = open(self.baseFilename, self.mode, encoding=self.encoding, opener=_private)  # noqa: SIM115 # kept open
        return cast(TextIOWrapper, opened)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: what the standard library would print on the terminal holds the record's words."""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def start_logging(data: Path) -> Path:
    """Write the log into `data`/logs (five files of at most 2 MB) and return the file's path.

    Raises OSError when the folder cannot be written.
    """
    folder = data / LOG_FOLDER
    make_private(data)
    make_private(folder)
    path = folder / "hospitality-desk.log"
    handler = _PrivateFile(path, maxBytes=2_000_000, backupCount=4, encoding="utf-8")
    handler.setFormatter(_PlainErrors(FORMAT))
    handler.addFilter(NoGuestWords())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
