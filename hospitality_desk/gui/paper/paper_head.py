"""The bar above the pages: the way back, which pages are in sight, the sheet, and what is done with them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.choice_chips import Choice, ChoiceChips
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.keyed_button import KeyedButton, Piece
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_LEAST_TITLE = 120


class PaperHead(QWidget):
    """Where the window is narrow the pages and the sheet go on in a second row."""

    back_asked = Signal()
    step_asked = Signal(int)
    paper_chosen = Signal(str)
    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, around: Around, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_head")
        theme, self._scale = around.theme, around.percent / 100
        self._theme = theme
        self.back = IconButton(around, "arrow-left", _("Back"), "paper_back", theme.text, self)
        self.back.clicked.connect(self.back_asked)
        self.title = ElidedLabel("paper_title", around.font(Role.TITLE), theme.text)
        self.before = IconButton(around, "chevron-left", _("Pages before"), "pages_before", theme.text, self)
        self.before.clicked.connect(lambda: self.step_asked.emit(-1))
        self.pages = WordsLabel(around, Role.BODY, theme.text, "paper_pages")
        self.after = IconButton(around, "chevron-right", _("Next pages"), "pages_after", theme.text, self)
        self.after.clicked.connect(lambda: self.step_asked.emit(1))
        sheets = (Choice(Paper.A4.value, _("A4")), Choice(Paper.LETTER.value, _("Letter")))
        self.sheet = ChoiceChips(around, "sheet", _("Sheet"), sheets, paper.value)
        self.sheet.chosen.connect(self.paper_chosen)
        self.save = Button(" " + _("Save PDF"), ButtonKind.OTHER, "save_pdf", self)
        self.save.setAccessibleName(_("Save PDF"))
        self.save.setIcon(icon("file-pdf-box", theme.text))
        side = round(18 * self._scale)
        self.save.setIconSize(QSize(side, side))
        self.save.clicked.connect(self.save_asked)
        pieces = (Piece(_("Print"), is_key=False), Piece("Ctrl+P", is_key=True))
        self.print = KeyedButton(
            around, pieces, is_main=True, height=44, name="print_button", parent=self, role=Role.BODY_BOLD
        )  # fmt: skip
        self.print.clicked.connect(self.print_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._px
        self.turning = QWidget(self)
        turning = QHBoxLayout(self.turning)
        turning.setContentsMargins(0, 0, 0, 0)
        turning.setSpacing(px(4))
        for each in (self.before, self.pages, self.after):
            turning.addWidget(each)
        self._first = QHBoxLayout()
        self._first.setSpacing(px(8))
        self._first.addWidget(self.back)
        self._first.addWidget(self.title, 1)
        self._first.addWidget(self.save)
        self._first.addWidget(self.print)
        self._second = QHBoxLayout()
        self._second.setSpacing(px(12))
        self._second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(8), px(16), px(9))
        column.setSpacing(px(8))
        column.addLayout(self._first)
        column.addLayout(self._second)
        self._is_two_rows: bool | None = None
        self._fit()

    def show_pages(self, first: int, last: int, of: int, *, before: bool, after: bool) -> None:
        """Say which pages are in sight, and let them be turned."""
        if not of:
            words = ""
        elif first == last:
            words = _("Page {n} of {all}").format(n=first, all=of)
        else:
            words = _("Pages {first}–{last} of {all}").format(first=first, last=last, all=of)
        self.pages.show_words(words)
        self.turning.setVisible(bool(of))
        for button, leads_on in ((self.before, before), (self.after, after)):
            button.setEnabled(leads_on)
            button.setVisible(before or after)
        self._fit()

    def let_act(self, reason: str) -> None:
        """Let the pages be saved and printed, or say why not."""
        for button in (self.save, self.print):
            button.setEnabled(not reason)
            button.setToolTip(plain_tip(reason) if reason else "")
            button.setAccessibleDescription(reason)
        if not reason:
            self.save.setToolTip(_("Save PDF") + "  Ctrl+S")
            self.print.setToolTip(_("Print") + "  Ctrl+P")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on in a second row where one is too short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self.back, self.turning, self.sheet, self.save, self.print)
        wide = sum(each.sizeHint().width() + self._px(12) for each in parts) + self._px(_LEAST_TITLE + 24)
        two = wide > self.width()
        if two == self._is_two_rows:
            return
        self._is_two_rows = two
        if two:
            self._second.insertWidget(0, self.turning)
            self._second.insertWidget(1, self.sheet)
        else:
            self._first.insertWidget(2, self.turning)
            self._first.insertWidget(3, self.sheet)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its lower edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.line))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
