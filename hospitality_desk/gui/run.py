"""Start the window: paint the frame first, then read in everything else and open the house behind it."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hospitality_desk.errors import FileTrouble, KnownError
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.fonts import Role, load_fonts
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.mishaps import Mishaps
from hospitality_desk.gui.one_window import OneWindow
from hospitality_desk.gui.signals import SystemSignals
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import DARK, LIGHT, Theme
from hospitality_desk.gui.tidy import Tidying
from hospitality_desk.logs import start_logging
from hospitality_desk.paths import make_private
from hospitality_desk.station.station import Station
from hospitality_desk.words import _

if TYPE_CHECKING:  # the desk brings the store's libraries with it, which are read in after the first paint
    from hospitality_desk.desk.desk import Desk

log = logging.getLogger(__name__)

THEME = "theme"
"""The station's preference for the colours: "light" or "dark"."""
_WIDE_SCREEN, _LARGER = 1600, 112


def run(data: Path, store_url: str | None = None, acting_name: str | None = None, theme: Theme | None = None) -> int:
    """Open the window on this PC's folder and return the exit status when it is closed.

    `store_url` is the store's address when it is not the file in the folder, `acting_name` who acts here.
    """
    app = make_app()
    crashes = _start_logs(data)
    only = OneWindow(data)
    if not only.take():
        return _call_the_other(only)
    try:
        station = Station(data)
    except FileTrouble as trouble:
        return _say_and_end(app, trouble)
    tidying = Tidying()
    mishaps = Mishaps()
    mishaps.listen()
    signals = SystemSignals()
    chosen = theme or (DARK if station.preference(THEME) == DARK.name else LIGHT)
    bridge = Bridge(station)
    window = _make_frame(app, bridge, chosen, _text_size(app))
    mishaps.said.connect(bridge.said)
    signals.end_asked.connect(window.close)
    only.called.connect(window.come_forward)
    app.commitDataRequest.connect(lambda _session: _keep_all(window))
    opening = Opening(bridge, window, data, store_url)
    window.painted.connect(lambda: _join_screens(window, acting_name))
    window.painted.connect(opening.start)
    window.painted.connect(only.listen)
    window.trouble.try_again.connect(opening.start)
    window.show()
    status = app.exec()
    bridge.settle_down()
    signals.stop()
    mishaps.stop()
    tidying.stop()
    only.let_go()
    if crashes is not None:
        faulthandler.disable()
        crashes.close()
    return status


def make_app() -> QApplication:
    """Return the one application, in our style and faces."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("hospitality-desk")
    app.setApplicationDisplayName(_("Hospitality Desk"))
    app.setDesktopFileName("hospitality-desk")
    app.setStyle("Fusion")
    load_fonts()
    return app


def make_window(
    app: QApplication, bridge: Bridge, theme: Theme, acting_name: str | None = None, percent: int | None = None
) -> MainWindow:
    """Return the window in these colours, with its screens joined, not shown yet.

    `percent` is the text size; None takes what suits the screen.
    """
    window = _make_frame(app, bridge, theme, percent or _text_size(app))
    _join_screens(window, acting_name)
    return window


def _make_frame(app: QApplication, bridge: Bridge, theme: Theme, percent: int) -> MainWindow:
    """Return the frame and the empty Floor: what the first paint needs, and nothing else."""
    app.setPalette(theme.palette())
    app.setStyleSheet(style_sheet(theme))
    around = Around(bridge=bridge, acting=Acting(bridge), theme=theme, percent=percent)
    app.setFont(around.font(Role.BODY))
    return MainWindow(around)


def _join_screens(window: MainWindow, acting_name: str | None) -> None:
    from hospitality_desk.gui.navigation import Navigation  # after the first paint: it brings keys and kinds along

    Navigation(window.around, window, acting_name)


class Opening:
    """Opens the house on the writing lane, as often as it is asked to; makes it on the very first start."""

    def __init__(self, bridge: Bridge, window: MainWindow, data: Path, store_url: str | None) -> None:
        self._bridge, self._window, self._data, self._store_url = bridge, window, data, store_url

    def start(self) -> None:
        """Try once."""
        self._bridge.open(self._open, self._on_refused)

    def _open(self) -> Desk:
        # Read in here, on the writing lane: the frame is painted already, and stays alive meanwhile.
        import hospitality_desk.gui.incident.page
        import hospitality_desk.gui.quick_log.panel  # noqa: F401
        from hospitality_desk.desk.open import Address, make_desk, open_desk

        address = Address.chosen(str(self._data), self._store_url)
        where = address.where
        if isinstance(where, Path) and not (where.exists() and where.stat().st_size):
            return make_desk(address)
        return open_desk(address)

    def _on_refused(self, error: KnownError) -> None:
        self._window.show_trouble(error.say)


def _keep_all(window: MainWindow) -> None:
    """Have everything that is being typed on the disk before the session ends."""
    window.leaving.emit()
    window.around.bridge.wait_for_notes()


def _text_size(app: QApplication) -> int:
    return _LARGER if app.primaryScreen().availableGeometry().width() >= _WIDE_SCREEN else 100


def _start_logs(data: Path) -> IO[str] | None:
    """Write logs where that is possible; a window without logs is better than none."""
    try:
        make_private(data)
        path = start_logging(data)
        path = path.with_name("crashes.log")
        path.touch(mode=0o600)
        crashes = path.open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(crashes)
    return crashes


def _call_the_other(only: OneWindow) -> int:
    if only.call_the_other():
        return 0
    sys.stderr.write(_("The desk is open on this folder already, but its window does not answer.") + "\n")
    return 1


def _say_and_end(app: QApplication, trouble: KnownError) -> int:
    """Say why there can be no window at all, in a box and on the terminal."""
    sys.stderr.write(trouble.say + "\n")
    from PySide6.QtWidgets import QMessageBox  # hardly ever needed, and every start would pay for it

    box = QMessageBox(QMessageBox.Icon.Warning, _("Hospitality Desk"), "", QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(trouble.say)
    box.finished.connect(app.quit)
    box.open()
    app.exec()
    return 1
