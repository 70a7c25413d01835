"""The frame: the rail, one screen at a time, what the window tells, and how it ends."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.notices import Notices
from hospitality_desk.gui.rail import Rail
from hospitality_desk.gui.widgets.trouble_page import TroublePage
from hospitality_desk.words import _

PLACE = "window"
"""The station's preference for where the window stands and how large it is."""
WIDTH, HEIGHT = 1366, 768
_LOWEST = 540


class MainWindow(QMainWindow):
    """Shows the empty frame at once; screens fill when the desk is open."""

    painted = Signal()
    """The frame is on the screen for the first time: slow libraries may be read in from now on."""
    leaving = Signal()
    """The window closes now: whatever is being typed goes to the disk."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(_("Hospitality Desk"))
        self.painted.connect(self._fit_the_screen)
        self.setMinimumHeight(_LOWEST)  # the width is what the screens need
        self.around = around
        self.rail = Rail(around, self)
        self.floor = FloorPage(around, self)
        self.trouble = TroublePage(around, self)
        self.notices = Notices(around, self, self.floor.pane)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("screens")
        self.stack.addWidget(self.floor)
        self.stack.addWidget(self.trouble)
        self._lay_out()
        self._stand_where_it_stood()
        around.bridge.opened.connect(self.show_screens)
        self.floor.questions.away.connect(self._on_away)
        self.floor.questions.back.connect(self.notices.clear_banner)

    def _lay_out(self) -> None:
        frame = QWidget(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notices.banner_bar)
        right.addWidget(self.stack, 1)
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self.setCentralWidget(frame)
        self.rail.installEventFilter(self)

    def show_trouble(self, words: str) -> None:
        """Say why the house is not open, and offer nothing but to try again."""
        self.rail.hide()
        self.stack.setCurrentWidget(self.trouble)
        self.trouble.say(words)

    def show_screens(self) -> None:
        """Show the screens: the house is open."""
        self.rail.show()
        self.stack.setCurrentWidget(self.floor)

    def _on_away(self) -> None:
        if not self.notices.banner_bar.isVisible():
            self.notices.banner(_("The store is away. What you see may be old; the desk asks again by itself."))

    def come_forward(self) -> None:
        """Come before all other windows: somebody started the desk a second time."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint of the frame."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Look for news when somebody comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.floor.questions.look_for_news()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Left, when nothing else wanted the key."""
        if event.key() == Qt.Key.Key_Left:
            self.floor.focus_list()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard in the list."""
        super().showEvent(event)
        self.floor.focus_list()

    def _fit_the_screen(self) -> None:
        """Shrink into the screen once the frame around the window is known; a screen too small for it is left."""
        here, frame = self.screen().availableGeometry(), self.frameGeometry()
        if here.width() < self.minimumSizeHint().width() or self.isMaximized():
            return
        around = frame.size() - self.size()
        self.resize(self.size().boundedTo(here.size() - around))
        if not here.contains(self.frameGeometry()):
            self.move(here.topLeft())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Send what is being typed to the disk, remember where the window stood, and go; never ask."""
        self.leaving.emit()
        if not self.isMinimized():
            place = base64.b64encode(self.saveGeometry().data()).decode("ascii")
            self.around.bridge.note(lambda station: station.prefer(PLACE, place), self)
        super().closeEvent(event)

    def _stand_where_it_stood(self) -> None:
        """Take the place of last time; one that makes no sense (or lies off every screen) is left."""
        kept = self.around.bridge.station.preference(PLACE)
        self.resize(WIDTH, HEIGHT)
        if not isinstance(kept, str):
            return
        try:
            place = QByteArray(base64.b64decode(kept, validate=True))
        except (binascii.Error, ValueError):
            return
        self.restoreGeometry(place)
        here = self.screen().availableGeometry()
        if not here.intersects(self.frameGeometry()):
            self.move(here.topLeft())
