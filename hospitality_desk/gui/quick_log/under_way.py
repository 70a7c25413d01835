"""The line that was sent and has no answer yet: it is held still, and what is typed behind it is the next one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hospitality_desk.gui.quick_log.line_edit import LineEdit


class UnderWay(QObject):
    """Typing goes behind the line only where the form was asked for again; else the window is about to have it."""

    def __init__(self, line: LineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._sent: str | None = None
        self.is_asked_for_again = False
        line.typed_behind.connect(self._on_typed_behind)

    @property
    def is_on(self) -> bool:
        """Tell whether a line is under way."""
        return self._sent is not None

    def begin(self) -> None:
        """Hold the line still as it stands: what is typed in it meanwhile would vanish with it."""
        self._sent = self._line.text()
        self._line.setReadOnly(True)
        self.is_asked_for_again = False

    def end(self) -> str:
        """Hold it no more; return what was written behind it."""
        sent, self._sent = self._sent, None
        return "" if sent is None else self._line.text()[len(sent) :].strip("\n")

    def write(self, words: str) -> None:
        """Put words in at the cursor; behind a line that is under way they are the next one, and wait for it."""
        if self._sent is None:
            self._line.insertPlainText(words)
        else:
            self._line.write_behind(words if len(self._line.text()) > len(self._sent) else f"\n{words}")

    def _on_typed_behind(self, words: str) -> None:
        if self.is_asked_for_again:
            self.write(words)
