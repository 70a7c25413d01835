"""Builds the window's screens anew where they stand, in another look, and brings back where everybody was."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.coming_back import ComingBack
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.main_window import MainWindow
from hospitality_desk.gui.navigation import Navigation
from hospitality_desk.gui.style import style_sheet
from hospitality_desk.gui.whereabouts import Whereabouts

log = logging.getLogger(__name__)


def dress(app: QApplication, around: Around) -> None:
    """Give the application these colours and this text size."""
    app.setPalette(around.theme.palette())
    sheet = style_sheet(around.theme)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    app.setFont(around.font(Role.BODY))


def build_anew(
    app: QApplication,
    window: MainWindow,
    around: Around,
    *,
    other_house: bool = False,
    seconds: Callable[[], float] = time.monotonic,
) -> Navigation:
    """Take the window's screens down and put others up; drafts are kept before, and found again after.

    Only from the event loop itself, and never while a command is under way (`Bridge.is_acting`): its screen would
    not hear that what is typed there is saved. For `other_house` nobody is brought back to where they were: it is
    not there.
    """
    began = time.perf_counter()
    before = window.findChild(Navigation, "navigation")
    coming = window.findChild(ComingBack, "return")
    place = Whereabouts.now(window, before)
    held: list[QKeyEvent] = []
    if coming is not None and not coming.is_over:  # nobody is back yet: they are on their way to where they were
        place, held = replace(coming.place, notices=place.notices), coming.keys.held
    if before is not None:
        before.keep_drafts()  # the station holds them from now on, whatever becomes of the disk
    window.setUpdatesEnabled(False)
    try:
        window.take_down()
        dress(app, around)
        window.put_up(around)
        navigation = Navigation(around, window, place.named)
    except BaseException:
        window.setUpdatesEnabled(True)
        raise
    if other_house:
        window.setUpdatesEnabled(True)
    else:
        # It shows them once they are filled: an empty list would flash up.
        ComingBack(window, navigation, place, held, seconds)
    log.info("screens built anew in %d ms", (time.perf_counter() - began) * 1000)
    return navigation
