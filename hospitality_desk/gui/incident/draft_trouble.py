"""Beside what is being typed: it is not on the disk yet, and what happens next."""

from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import AGAIN
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _


class DraftTrouble(WordsLabel):
    """Hidden until a draft could not be kept, and again once it is."""

    def __init__(self, around: Around, name: str, parent: QWidget) -> None:
        super().__init__(around, Role.SMALL, around.theme.text2, name, wrap=True, parent=parent)
        words = _("What you type is not kept on this station yet. It stays here; we try again every {n} s.")
        self.show_words(words.format(n=AGAIN // 1_000))
        self.hide()
