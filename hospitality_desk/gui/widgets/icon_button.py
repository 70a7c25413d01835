"""A button that is an icon alone: its words are its tool tip and its name."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.widgets.enter_key import took_enter

_SIDE, _ICON = 44, 20


class IconButton(QToolButton):
    """44 x 44 at 100 %; Enter presses it, as Space does."""

    def __init__(
        self, around: Around, picture: str, words: str, name: str, color: str, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        theme, scale = around.theme, around.percent / 100
        self.setObjectName(name)
        self.setIcon(icon(picture, color))
        self.setIconSize(QSize(round(_ICON * scale), round(_ICON * scale)))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setAutoRaise(True)
        self.setFixedSize(round(_SIDE * scale), round(_SIDE * scale))
        self.setStyleSheet(
            f"QToolButton {{ border: none; border-radius: 7px; }} QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {theme.accent}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, too."""
        if not took_enter(self, event):
            super().keyPressEvent(event)
