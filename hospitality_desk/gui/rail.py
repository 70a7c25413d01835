"""The strip at the window's edge: Log, the screens, and who acts here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.widgets.person_button import PersonButton
from hospitality_desk.gui.widgets.rail_button import RailButton
from hospitality_desk.words import _


class Rail(QWidget):
    """84 px wide. It shows only what leads somewhere."""

    log_asked = Signal()
    floor_asked = Signal()
    stories_asked = Signal()
    settings_asked = Signal()
    person_chosen = Signal(str)
    keys_asked = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme = around.theme
        scale = around.percent / 100
        self.setFixedWidth(round(84 * scale) + 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, round(10 * scale), 1, round(12 * scale))
        layout.setSpacing(0)
        self.log_button = RailButton(_("Log"), "plus", around, "log_button", filled=True, key="N")
        self.log_button.setToolTip(_("Log a problem"))
        self.log_button.clicked.connect(self.log_asked)
        layout.addWidget(self.log_button)
        layout.addSpacing(round(10 * scale))
        self.floor_button = RailButton(_("Floor"), "view-agenda-outline", around, "floor_button")
        self.floor_button.setToolTip(_("The Floor") + "  Alt+1")
        self.floor_button.setChecked(True)
        self.floor_button.clicked.connect(self.floor_asked)
        self.stories_button = RailButton(_("Stories"), "book-open-page-variant-outline", around, "stories_button")
        self.stories_button.setToolTip(_("Stories") + "  Alt+5")
        self.stories_button.clicked.connect(self.stories_asked)
        self.settings_button = RailButton(_("Settings"), "cog-outline", around, "settings_button")
        self.settings_button.setToolTip(_("Settings") + "  Alt+7")
        self.settings_button.clicked.connect(self.settings_asked)
        self._screens = QButtonGroup(self)
        self._screens.setExclusive(True)
        for button in (self.floor_button, self.stories_button, self.settings_button):
            self._screens.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.person_button = PersonButton(around, self)
        self.person_button.chosen.connect(self.person_chosen)
        self.person_button.keys_asked.connect(self.keys_asked)
        foot = QVBoxLayout()
        foot.setContentsMargins(round(4 * scale), 0, round(4 * scale), 0)
        foot.addWidget(self.person_button)
        layout.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.bg))
        edge = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), QColor(self._theme.line))
