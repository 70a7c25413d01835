"""The window: what it shows is a frame that can be made anew; where it stands and how it ends is its own."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from shiboken6 import delete, isValid

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.floor.page import FloorPage
from hospitality_desk.gui.frame import Frame
from hospitality_desk.gui.notices import Notices
from hospitality_desk.gui.rail import Rail
from hospitality_desk.gui.widgets.trouble_page import TroublePage
from hospitality_desk.words import _

PLACE = "window"
"""The station's preference for where the window stands and how large it is."""
PLACE_WIDTH = "window_width"
"""The same for its width alone, which the first text size goes by."""
WIDTH, HEIGHT = 1366, 768
_LOWEST = 540


class MainWindow(QMainWindow):
    """Shows the empty frame at once; screens fill when the desk is open.

    It stays for as long as the desk runs, and so do its signals. Its frame and all that lies over it do not:
    `take_down` and `put_up` change them for others, in other colours or for another house.
    """

    painted = Signal()
    """The frame is on the screen for the first time: slow libraries may be read in from now on."""
    leaving = Signal()
    """The window closes now: whatever is being typed goes to the disk."""
    try_again = Signal()
    """The house could not be opened, and somebody wants it tried again."""
    look_changed = Signal()
    """Somebody chose other colours, another text size, or other keys; the station's preferences know them."""
    sample_asked = Signal()
    """Somebody wants to see the sample venue."""
    sample_left_asked = Signal()
    """Somebody has seen enough of the sample venue."""

    def __init__(self, around: Around, *, fits_the_screen: bool = True) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(_("Hospitality Desk"))
        self.setMinimumHeight(_LOWEST)  # the width is what the screens need
        if fits_the_screen:
            self.painted.connect(self._fit_the_screen)
        self._waits_for_paint, self._was_shown = True, False
        self.put_up(around)
        self._stand_where_it_stood()
        around.bridge.opened.connect(self.show_screens)

    @property
    def rail(self) -> Rail:
        """Return the rail of the frame that stands."""
        return self.frame.rail

    @property
    def floor(self) -> FloorPage:
        """Return the Floor of the frame that stands."""
        return self.frame.floor

    @property
    def trouble(self) -> TroublePage:
        """Return the page that says why the house is not open."""
        return self.frame.trouble

    @property
    def notices(self) -> Notices:
        """Return what tells the person something."""
        return self.frame.notices

    @property
    def stack(self) -> QStackedWidget:
        """Return the screens beside the rail."""
        return self.frame.stack

    def put_up(self, around: Around) -> None:
        """Build the frame with these colours and this text size."""
        self.around = around
        self.frame = Frame(around, self)
        self.frame.floor.questions.away.connect(self._on_away)
        self.frame.floor.questions.back.connect(self.notices.clear_banner)
        self.frame.trouble.try_again.connect(self.try_again)
        self.setCentralWidget(self.frame)
        if self._waits_for_paint:
            self.frame.rail.installEventFilter(self)

    def take_down(self) -> None:
        """Take the frame and everything over it away, now: nothing of it may hear of anything any more.

        Only from the event loop itself, never from inside a signal of a screen.
        """
        delete(self.frame)
        for child in self.children():
            if isValid(child) and isinstance(child, QWidget | QAction):
                delete(child)

    def show_trouble(self, words: str) -> None:
        """Say why the house is not open, and offer nothing but to try again."""
        self.rail.hide()
        self.stack.setCurrentWidget(self.trouble)
        self.trouble.say(words)

    def show_screens(self) -> None:
        """Show the screens: the house is open."""
        if self.stack.currentWidget() is self.trouble:
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
            if self._waits_for_paint:
                self._waits_for_paint = False
                QTimer.singleShot(0, self, self.painted.emit)
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Look for news when somebody comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.floor.questions.look_for_news()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Left alone, when nothing else wanted the key; held down it leads nowhere."""
        plain = not event.isAutoRepeat() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Left and plain and self.stack.currentWidget() is self.floor:
            self.floor.focus_list()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard in the list."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.floor.focus_list()

    def _fit_the_screen(self) -> None:
        """Shrink into the screen once the frame around the window is known; a screen too small for it is left."""
        here, frame = self.screen().availableGeometry(), self.frameGeometry()
        if here.width() < self.minimumSizeHint().width() or self.isMaximized() or self.isFullScreen():
            return
        around = frame.size() - self.size()
        self.resize(self.size().boundedTo(here.size() - around))
        if not here.contains(self.frameGeometry()):
            self.move(here.topLeft())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Send what is being typed to the disk, remember where the window stood, and go; never ask."""
        self.leaving.emit()
        if not self.isMinimized():
            place, wide = base64.b64encode(self.saveGeometry().data()).decode("ascii"), self.width()
            self.around.bridge.note(lambda station: station.prefer(PLACE, place), self)
            self.around.bridge.note(lambda station: station.prefer(PLACE_WIDTH, wide), self)
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
        if self.isFullScreen():  # it was closed as the wall; it opens as a window
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        seen = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if not any(screen.intersects(self.frameGeometry()) for screen in seen):
            self.move(self.screen().availableGeometry().topLeft())
