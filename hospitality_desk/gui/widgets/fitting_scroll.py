"""Gives what is in it the room it needs, or a scroll bar: nothing is ever cut in the middle."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class FittingScroll(QScrollArea):
    """As tall as its inside is at this width, less where there is little room, `least` pixels at least; hidden with it.

    It says its height itself: a layout takes what a widget needs at a width for the least it can do with.
    """

    def __init__(self, inside: QWidget, least: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._inside, self._least, self._needs = inside, least, least
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(f"#{name} {{ background: transparent; }}")
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(least)
        is_hidden = inside.isHidden() and inside.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)
        if is_hidden:  # and not only because nothing here is shown yet
            self.hide()

    def sizeHint(self) -> QSize:
        """Return what the inside needs at the width there is."""
        return QSize(200, self._needs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again how tall it is."""
        super().resizeEvent(event)
        self.fit(self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the inside, and grow with it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._inside.isHidden())
        elif event.type() == QEvent.Type.LayoutRequest:
            self.fit(self.width())
        return super().eventFilter(watched, event)

    def fit(self, width: int) -> None:
        """Ask for the height that is needed at a width."""
        layout = self._inside.layout()
        if layout is None:
            return
        tall = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        needs = max(self._least, tall)
        if needs != self._needs:
            self._needs = needs
            self.setMaximumHeight(needs)
            self.updateGeometry()
