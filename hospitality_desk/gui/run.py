"""Start the window: paint the frame first, then read in everything else and open the house behind it."""

from __future__ import annotations

import faulthandler
import logging
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from hospitality_desk.errors import FileTrouble, KnownError
from hospitality_desk.gui.acting import Acting
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.bridge import Bridge
from hospitality_desk.gui.fonts import Role, load_fonts
from hospitality_desk.gui.look import Look, SystemLook, look_for
from hospitality_desk.gui.main_window import PLACE_WIDTH, WIDTH, MainWindow
from hospitality_desk.gui.mishaps import Mishaps
from hospitality_desk.gui.one_window import OneWindow
from hospitality_desk.gui.opening import Opening
from hospitality_desk.gui.signals import SystemSignals
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.theme import Theme
from hospitality_desk.gui.tidy import Tidying
from hospitality_desk.logs import start_logging
from hospitality_desk.paths import LOG_FOLDER, make_private
from hospitality_desk.station.station import Station
from hospitality_desk.words import _

log = logging.getLogger(__name__)

SCREENS_COME_WITHIN_MS = 1_000
"""After the house is open: by then the screens are made and filled."""


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
    bridge = Bridge(station)
    look = _first_look(station)
    opening = Opening(bridge, data, store_url)
    around = Around(
        bridge=bridge, acting=Acting(bridge), theme=theme or look.theme, percent=look.percent, moves=look.moves,
        letters=look.letters, store_is_here=opening.is_here, logs=data / LOG_FOLDER if crashes is not None else None,
    )  # fmt: skip
    window = _make_frame(app, around)
    opening.refused.connect(window.show_trouble)
    mishaps.said.connect(bridge.said)
    signals.end_asked.connect(window.close)
    only.called.connect(window.come_forward)
    app.commitDataRequest.connect(lambda _session: _keep_all(window))
    window.painted.connect(lambda: _join_screens(window, acting_name))
    window.painted.connect(lambda: _join_changes(app, window, opening, theme, tidying))
    bridge.opened.connect(lambda: QTimer.singleShot(SCREENS_COME_WITHIN_MS, tidying.set_aside))
    window.painted.connect(opening.start)
    window.painted.connect(only.listen)
    window.try_again.connect(opening.start)
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
    app: QApplication,
    bridge: Bridge,
    theme: Theme,
    acting_name: str | None = None,
    percent: int | None = None,
    *,
    store_is_here: bool = False,
) -> MainWindow:
    """Return the window in these colours, with its screens joined, not shown yet.

    `percent` is the text size; None takes what this stand prefers. It keeps the size it is given, whatever the
    screen's.
    """
    size = percent or _first_look(bridge.station).percent
    around = Around(bridge=bridge, acting=Acting(bridge), theme=theme, percent=size, store_is_here=store_is_here)
    window = _make_frame(app, around, fits_the_screen=False)
    _join_screens(window, acting_name)
    return window


def _make_frame(app: QApplication, around: Around, *, fits_the_screen: bool = True) -> MainWindow:
    """Return the frame and the empty Floor: what the first paint needs, and nothing else."""
    app.setPalette(around.theme.palette())
    sheet = style_sheet(around.theme)
    if app.styleSheet() != sheet:  # every widget there is would be dressed again
        app.setStyleSheet(sheet)
    app.setFont(around.font(Role.BODY))
    return MainWindow(around, fits_the_screen=fits_the_screen)


def _first_look(station: Station) -> Look:
    """Return the look to begin with; the window's own width is known to it from last time."""
    kept = station.preference(PLACE_WIDTH)
    width = kept if isinstance(kept, int) else WIDTH
    hour = datetime.now().astimezone().hour
    return look_for(station.preference, hour=hour, window_width=width, system=SystemLook.now())


def _join_screens(window: MainWindow, acting_name: str | None) -> None:
    from hospitality_desk.gui.navigation import Navigation  # after the first paint: it brings keys and kinds along

    Navigation(window.around, window, acting_name)


def _join_changes(
    app: QApplication, window: MainWindow, opening: Opening, theme: Theme | None, tidying: Tidying
) -> None:
    # After the first paint: they bring along what only a running window needs.
    from hospitality_desk.gui.dresser import Dresser
    from hospitality_desk.gui.sample_venue import SampleVenue

    dresser = Dresser(app, window, theme=theme)
    dresser.watch_hands()
    dresser.calm_after_change.connect(tidying.tidy_whole)
    SampleVenue(app, window, opening, dresser)


def _keep_all(window: MainWindow) -> None:
    """Have everything that is being typed on the disk before the session ends."""
    window.leaving.emit()
    window.around.bridge.wait_for_notes()


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
