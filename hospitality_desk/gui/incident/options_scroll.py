"""Gives the options of a note what room they need, or a scroll bar: no row of them is ever cut in the middle."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from hospitality_desk.gui.incident.composer_options import ComposerOptions


class OptionsScroll(QScrollArea):
    """As tall as its options are at this width, less where the page is low, one row at least; hidden with them.

    It says its height itself: a layout takes what a widget needs at a width for the least it can do with.
    """

    def __init__(self, options: ComposerOptions, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("options_scroll")
        self._options, self._row, self._needs = options, row, row
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("#options_scroll { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(row)
        self.setWidget(options)
        options.setAutoFillBackground(False)
        options.installEventFilter(self)
        self.setVisible(not options.isHidden())

    def sizeHint(self) -> QSize:
        """Return what all rows need at the width there is."""
        return QSize(200, self._needs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again how many rows there are."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the options, and grow with them."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._options.isHidden())
        elif event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        needs = max(self._row, self._options.heightForWidth(self.width()))
        if needs != self._needs:
            self._needs = needs
            self.setMaximumHeight(needs)
            self.updateGeometry()
