"""A page that scrolls up and down and is always as tall as its words need at the width there is."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class TallScroll(QScrollArea):
    """Qt's own area takes no heed of lines that wrap, and cuts the last of them. `content` has a layout."""

    def __init__(self, name: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self.setWidget(content)
        content.installEventFilter(self)

    def tall_for(self, wide: int) -> int:
        """Return how tall the content is at a width, in pixels."""
        layout = self._content.layout()
        if layout is None:
            return self._content.sizeHint().height()
        return layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when words change."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        tall = self.tall_for(self.viewport().width())
        if self._content.minimumHeight() != tall:
            self._content.setMinimumHeight(tall)
            QTimer.singleShot(0, self, self._place_anew)

    def _place_anew(self) -> None:
        """Place what is inside for the height there is: it may have been in the middle of placing for another."""
        layout = self._content.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
