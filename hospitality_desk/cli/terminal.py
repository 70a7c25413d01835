"""Standard input and output: bytes in whatever state they come, UTF-8 out whatever the locale."""

import io
import json
import os
import sys

from hospitality_desk.domain.json_form import Json
from hospitality_desk.errors import WrongUse
from hospitality_desk.words import _


class Terminal:
    """Reads standard input once, writes answers to standard output and errors as one line to the other."""

    def __init__(self) -> None:
        self._was_read = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def read(self) -> str:
        """Return standard input as it is; bytes that are no UTF-8 become marks which the text gate drops."""
        if self._was_read or sys.stdin is None:
            raise WrongUse(_("Standard input can be read once, for one text."))
        self._was_read = True
        return sys.stdin.buffer.read().decode("utf-8", errors="surrogateescape")

    def say(self, text: str) -> None:
        """Write lines to standard output; a reader that has gone away (head, less) is no error."""
        self._write(text if not text or text.endswith("\n") else text + "\n")

    def say_json(self, document: Json) -> None:
        """Write one document on one line, also for readers who take Unicode's own line breaks for one."""
        written = json.dumps(document, ensure_ascii=False)
        self._write(written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n")

    def warn(self, sentence: str) -> None:
        """Write one line to standard error."""
        sys.stderr.write(" ".join(sentence.split()) + "\n")

    def finish(self) -> None:
        """Write out what is still held back (the help is written by argparse)."""
        self._write("")

    def _write(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python would complain once more when it closes the stream at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
