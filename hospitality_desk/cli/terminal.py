"""Standard input and output: bytes in whatever state they come, UTF-8 out whatever the locale."""

import io
import os
import sys
from contextlib import suppress

from hospitality_desk.errors import FileTrouble, WrongUse
from hospitality_desk.words import _


class Terminal:
    """Reads standard input once, writes answers to standard output and errors as one line to the other."""

    def __init__(self) -> None:
        self._was_read = False
        self._has_output = sys.stdout is not None
        if not self._has_output:
            # --help would be written to standard error instead, and the next file opened would get the free number.
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 # open to the end, as it would be
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Held back until `finish` even with PYTHONUNBUFFERED: argparse would not say that it cannot write.
            sys.stdout.reconfigure(write_through=False)

    def read(self) -> str:
        """Return standard input as it is; bytes that are no UTF-8 become marks which the text gate drops."""
        if sys.stdin is None:
            raise WrongUse(_("There is no standard input to read the text from. Nothing was changed."))
        if self._was_read:
            raise WrongUse(_("Standard input can be read once, for one text."))
        self._was_read = True
        try:
            return sys.stdin.buffer.read().decode("utf-8", errors="surrogateescape")
        except OSError:
            raise WrongUse(_("Standard input cannot be read. Nothing was changed.")) from None

    def say(self, text: str) -> None:
        """Write lines to standard output; a reader that has gone away (head, less) is no error.

        Raises FileTrouble when they cannot be written.
        """
        self._write(text if not text or text.endswith("\n") else text + "\n")

    def warn(self, sentence: str) -> None:
        """Write one line to standard error, where there is one."""
        if sys.stderr is None:
            return
        with suppress(OSError):  # nobody is left to tell
            sys.stderr.write(" ".join(sentence.split()) + "\n")
        self._let_go_of_errors()

    @staticmethod
    def _let_go_of_errors() -> None:
        """Write standard error out, or away: Python would end with a status of its own for what it still holds."""
        if sys.stderr is None:
            return
        try:
            sys.stderr.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())

    def finish(self) -> None:
        """Write out what is still held back (the help is written by argparse). Raises FileTrouble."""
        self._let_go_of_errors()
        self._write("")

    def _write(self, text: str) -> None:
        trouble = FileTrouble(_("The answer cannot be written: standard output is full, or not there."))
        if not self._has_output:
            raise trouble
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            # Python would complain once more when it closes the stream at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not isinstance(error, BrokenPipeError):
                raise trouble from None
