"""Where there is room for one pane: the story, its log, or its names and numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.choice_chips import Choice, ChoiceChips
from hospitality_desk.words import _, ngettext

STORY, LOG, NAMES = "story", "log", "names"


class EditorTabs(QWidget):
    """Left and Right go along them, as in every choice."""

    chosen = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_tabs")
        self._theme, scale = around.theme, around.percent / 100
        choices = (
            Choice(STORY, _("The story")), Choice(NAMES, _("Names and numbers")), Choice(LOG, _("From the log")),
        )  # fmt: skip
        self.chips = ChoiceChips(around, "editor_tab", _("Show"), choices, STORY)
        self.chips.chosen.connect(lambda _value: self.chosen.emit())
        across = QHBoxLayout(self)
        across.setContentsMargins(round(16 * scale), round(6 * scale), round(16 * scale), round(7 * scale))
        across.addWidget(self.chips, 1)

    @property
    def current(self) -> str:
        """Return what is chosen."""
        return self.chips.value

    def choose(self, value: str) -> None:
        """Show this one."""
        self.chips.buttons[value].click()

    def show_now(self, now: StoryNow) -> None:
        """Offer the log where there is one, and count what is undecided."""
        self.chips.buttons[LOG].setVisible(now.may_write and now.whole.incident is not None)
        left = len(now.undecided)
        words = ngettext("Names and numbers, {n} to decide", "Names and numbers, {n} to decide", left).format(n=left)
        self.chips.say(NAMES, words if left else _("Names and numbers"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its lower edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))
