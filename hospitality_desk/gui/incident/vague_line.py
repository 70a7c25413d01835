"""Under the field, while telling a guest: the questions that vague words leave open. It never forbids."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from hospitality_desk.domain.plain_words import Vague, vague_words
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.note_field import NoteField
from hospitality_desk.gui.widgets.words_label import WordsLabel

_MOST = 3


class VagueLine(WordsLabel):
    """Marks the vague words in the field and asks what they leave open."""

    def __init__(self, around: Around, field: NoteField, parent: QWidget | None = None) -> None:
        super().__init__(around, Role.SMALL, around.theme.text2, "vague_words", wrap=True, parent=parent)
        self._field = field
        self._color = QColor(around.theme.accentline)
        self.hide()

    def look_at(self, text: str | None) -> None:
        """Look at what the guest is to be told; None is nothing to look at."""
        found = vague_words(text) if text else ()
        self._field.setExtraSelections([self._mark(each, text or "") for each in found])
        asked = "   ".join(f"“{each.words}”: {each.asks}" for each in found[:_MOST])
        if asked != self.text():
            self.show_words(asked)
        self.setVisible(bool(found))

    def _mark(self, vague: Vague, text: str) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(_units(text[: vague.start]))
        cursor.setPosition(_units(text[: vague.end]), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(self._color)
        mark.cursor, mark.format = cursor, look
        return mark


def _units(text: str) -> int:
    """Return how many UTF-16 units Qt counts in a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
