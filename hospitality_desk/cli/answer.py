"""What a command of the command line has to say: one document for programs, short lines for people."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from hospitality_desk.domain.json_form import Json

DONE, REFUSED, WRONG_USE, AWAY, DAMAGED, STOPPED = 0, 1, 2, 3, 4, 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is printed in the end: `document` with --json, `text` without; `status` is the exit status."""

    document: Json
    text: Callable[[], str]
    """Writes the lines; called while the house is open, and never with --json."""
    said: tuple[str, ...] = ()
    """What the writer should hear besides: a text that was cut, a card number that was masked."""
    status: int = DONE

    @property
    def whole_document(self) -> Json:
        """Return the document, with what was said besides under "said" when there is anything."""
        if self.said and isinstance(self.document, dict):
            return {**self.document, "said": list(self.said)}
        return self.document

    def written(self, *, as_json: bool) -> str:
        """Return what goes to standard output."""
        return one_line(self.whole_document) if as_json else self.text()


def one_line(document: Json) -> str:
    """Return the document on one line, also for readers who take Unicode's own line breaks for one."""
    written = json.dumps(document, ensure_ascii=False)
    return written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
