"""What a command of the command line has to say: one document for programs, short lines for people."""

from dataclasses import dataclass

from hospitality_desk.domain.json_form import Json

DONE, REFUSED, WRONG_USE, AWAY, DAMAGED, STOPPED = 0, 1, 2, 3, 4, 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is printed in the end: `document` with --json, `text` without; `status` is the exit status."""

    document: Json
    text: str
    said: tuple[str, ...] = ()
    """What the writer should hear besides: a text that was cut, a card number that was masked."""
    status: int = DONE

    @property
    def whole_document(self) -> Json:
        """Return the document, with what was said besides under "said" when there is anything."""
        if self.said and isinstance(self.document, dict):
            return {**self.document, "said": list(self.said)}
        return self.document
