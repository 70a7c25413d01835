"""Waits until everything a window has asked for is done and has come home."""

from concurrent.futures import wait

from PySide6.QtWidgets import QApplication

from hospitality_desk.gui.bridge import Bridge


def bring_home(bridge: Bridge) -> None:
    """Let every lane end what it was given so far, and deliver what came of it."""
    done = wait(set(bridge._under_way), timeout=30)
    assert not done.not_done
    QApplication.processEvents()
