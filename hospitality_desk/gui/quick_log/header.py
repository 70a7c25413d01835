"""The head of the quick log: what this is, who told us, that the draft is safe, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from hospitality_desk.domain.incidents import Source
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.quick_log.part_menu import open_menu
from hospitality_desk.gui.quick_log.part_words import SOURCE_WORDS
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.words import _


class Header(QWidget):
    """One row. Reports what was pressed or chosen; the panel acts."""

    source_chosen = Signal(object)
    """The Source a person chose."""
    close_asked = Signal()

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._told = around, Source.TOLD
        theme = around.theme
        title = QLabel(_("Log a problem"), self)
        title.setFont(around.font(Role.ROW_TITLE))
        self.source = Button("", ButtonKind.QUIET, "quick_log_source", self)
        self.source.setFont(around.font(Role.SMALL))
        self.source.setIcon(icon("chevron-down", theme.text2))
        self.source.setIconSize(QSize(16, 16))
        self.source.setStyleSheet("padding: 0 8px")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        self.source.setLayoutDirection(left if mirrored else right)
        self.source.clicked.connect(self._on_source)
        self._mark = QLabel(self)
        self._mark.setPixmap(
            icon("content-save-check-outline", theme.text2).pixmap(QSize(16, 16), self.devicePixelRatio())
        )
        self._saved = QLabel(self)
        self._saved.setObjectName("quick_log_saved")
        self._saved.setTextFormat(Qt.TextFormat.PlainText)
        self._saved.setFont(around.font(Role.SMALL))
        self._saved.setStyleSheet(f"color: {theme.text2}")
        close = QToolButton(self)
        close.setObjectName("quick_log_close")
        close.setIcon(icon("close", theme.text))
        close.setIconSize(QSize(22, 22))
        close.setFixedSize(44, 44)
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.setStyleSheet(
            f"QToolButton {{ border: none; border-radius: 7px }} QToolButton:hover {{ background: {theme.hover} }}"
            f"QToolButton:focus {{ border: 2px solid {theme.accent} }}"
        )
        close.setAccessibleName(_("Close, and keep the draft"))
        close.setToolTip(_("Close, and keep the draft"))
        close.clicked.connect(self.close_asked)
        self.close_button = close
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (title, self.source):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._mark, self._saved):
            row.addWidget(widget)
        row.addSpacing(2)
        row.addWidget(close)
        self.show_saved(None)

    def show_source(self, source: Source) -> None:
        """Show who told us."""
        self._told = source
        words = _(SOURCE_WORDS[source])
        self.source.setText(words)
        self.source.setAccessibleName(_("How we heard of it: {words}").format(words=words))

    def show_saved(self, time: str | None = None) -> None:
        """Show when the draft was last kept; nothing while there is none, or the last word is not kept."""
        self._mark.setVisible(time is not None)
        self._saved.setVisible(time is not None)
        self._saved.setText("" if time is None else _("Draft saved {time}").format(time=time))

    def _on_source(self) -> None:
        options = tuple((_(words), source) for source, words in SOURCE_WORDS.items())
        at = self.source.mapToGlobal(self.source.rect().bottomLeft())
        open_menu(self._around, self, options, self._told, self.source_chosen.emit, at, "menu_source")
