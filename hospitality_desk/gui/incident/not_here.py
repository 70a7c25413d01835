"""In place of a problem: why there is none to see, and the way back where there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _


class NotHere(QWidget):
    """One sentence, and one button where there is a way on."""

    bring_back_asked = Signal()
    back_asked = Signal()
    """Back to the list, where this stands in its place."""
    again_asked = Signal()
    """Ask the store for the problem once more."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("not_here")
        self._words = WordsLabel(around, Role.ROW_GUEST, around.theme.text2, "not_here_words", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bring_back = Button(_("Bring it back"), ButtonKind.OTHER, "bring_back", self)
        self.bring_back.clicked.connect(self.bring_back_asked)
        self.again = Button(_("Try again"), ButtonKind.OTHER, "ask_again", self)
        self.again.clicked.connect(self._ask_again)
        self.back = Button(_("Back to the list"), ButtonKind.QUIET, "not_here_back", self)
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(16)
        column.addStretch()
        column.addWidget(self._words)
        for button in (self.bring_back, self.again, self.back):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.show_nothing()

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list."""
        self.back.setVisible(shown)

    def show_nothing(self) -> None:
        """No problem is chosen."""
        self._say(_("Choose a problem in the list to see it here."))

    def show_waiting(self) -> None:
        """A problem is chosen and not read yet; that takes a moment only, so nothing is said."""
        self._say("")

    def show_no_answer(self, words: str) -> None:
        """The store does not answer, and why; it is asked again by itself, too."""
        self._say(words)
        self.again.setEnabled(True)
        self.again.show()

    def show_unknown(self) -> None:
        """There is no such problem."""
        self._say(_("This problem is not in this house. Choose another one in the list."))

    def show_withdrawn(self, scene: Scene) -> None:
        """It was taken back, and why."""
        words = _("#{number} is withdrawn: {reason}. Nothing of it is lost.")
        reason = " ".join((scene.incident.withdrawn or "").split()).rstrip(".")
        self._say(words.format(number=scene.incident.number, reason=reason))
        self.bring_back.show()

    def _say(self, words: str) -> None:
        self._words.show_words(words)
        self.bring_back.hide()
        self.again.hide()

    def _ask_again(self) -> None:
        self.again.setEnabled(False)
        self.again_asked.emit()
