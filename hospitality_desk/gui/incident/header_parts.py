"""What the top of a problem is made of, and where each part stands: on three lines, or on four in a narrow page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.field_button import FieldButton
from hospitality_desk.gui.incident.header_clock import HeaderClock
from hospitality_desk.gui.incident.quote_lines import QuoteLines
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.margins import margins
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

HEIGHT, NARROW_LINE = 134, 34


class HeaderParts(QWidget):
    """Holds the parts. `back` is hidden until `show_back`."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("incident_header")
        self._around = around
        self.is_narrow = False
        self._is_guess = (False, False)
        self._make_fields()
        self._make_buttons()
        self._lay_out()

    def _make_fields(self) -> None:
        around, theme = self._around, self._around.theme
        made = {
            "place": (Role.TITLE, theme.text),
            "guest": (Role.ROW_GUEST, theme.text2),
            "phone": (Role.CAPTION, theme.text3),
            "owner": (Role.SMALL, theme.text2),
            "promise": (Role.SMALL, theme.text),
            "kind": (Role.SMALL, theme.text2),
            "severity": (Role.SMALL, theme.text2),
        }
        self.fields = {
            name: FieldButton(around, role, color, f"header_{name}", self) for name, (role, color) in made.items()
        }
        for name in ("place", "severity"):
            self.fields[name].never_cut()
        self.fields["owner"].cut_to(110)
        self.fields["promise"].cut_to(170)
        self.fields["phone"].keep_left_to_right()
        self.guesses = {
            name: WordsLabel(around, Role.CAPTION, theme.text3, f"guess_{name}", parent=self)
            for name in ("kind", "severity")
        }
        for guess in self.guesses.values():
            guess.show_words(_("our guess"))
            guess.hide()
        self.has_left = WordsLabel(around, Role.CAPTION, theme.text3, "header_has_left", parent=self)
        self.has_left.show_words(_("has left"))
        self.has_left.hide()
        self.number = WordsLabel(around, Role.SMALL, theme.text3, "header_number")
        self.quote = QuoteLines(around, self)
        self.clock = HeaderClock(around, self)

    def _make_buttons(self) -> None:
        around, px = self._around, self._px
        self.have_it = Button(_("I have it"), ButtonKind.NEXT, "have_it", self)
        self.settle = Button(_("Settle…"), ButtonKind.QUIET, "settle", self)
        self.reopen = Button(_("Open again…"), ButtonKind.QUIET, "reopen", self)
        for button in (self.settle, self.reopen, self.have_it):
            button.setMaximumHeight(px(44))
        for button in (self.settle, self.reopen):
            button.setFont(around.font(Role.BODY_MEDIUM))
            button.setStyleSheet(f"padding: 0 {px(9)}px;")
        pointing, ink = "chevron-right" if self.isRightToLeft() else "chevron-left", around.theme.text2
        self.back = IconButton(around, pointing, _("Back to the list"), "header_back", ink, self)
        self.back.hide()
        self.dots = IconButton(around, "dots-horizontal", _("More for this problem"), "header_dots", ink, self)

    def _lay_out(self) -> None:
        px = self._px
        whole = QHBoxLayout(self)
        whole.setContentsMargins(margins(self, px(16), px(8), px(14), px(3)))
        whole.setSpacing(px(8))
        self._first, self._third, self._fourth = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._third, self._fourth):
            row.setSpacing(px(2))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._first)
        left.addWidget(self.quote)
        left.addStretch(1)
        left.addLayout(self._third)
        left.addLayout(self._fourth)
        whole.addLayout(left, 1)
        whole.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        self._place_parts()

    def set_narrow(self, narrow: bool) -> None:
        """Put the parts on four lines instead of three, or back."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._place_parts()

    def show_back(self, shown: bool) -> None:
        """Show the arrow that leads back to the list: the page stands in its place."""
        self.back.setVisible(shown)

    def _place_parts(self) -> None:
        fields, px = self.fields, self._px
        for row in (self._first, self._third, self._fourth):
            _empty(row)
        self._first.addWidget(self.back)
        for who in (fields["place"], fields["guest"], self.has_left, fields["phone"]):
            self._first.addWidget(who)
        self._first.addStretch(1)
        hands = self._fourth if self.is_narrow else self._first
        for part in (fields["owner"], self.have_it):
            hands.addWidget(part)
        self._third.addWidget(fields["promise"])
        self._third.addStretch(1)
        for button in (self.settle, self.reopen):
            (self._third if self.is_narrow else self._first).addWidget(button)
        self._first.addWidget(self.dots)
        last = self._fourth if self.is_narrow else self._third
        if self.is_narrow:
            last.addStretch(1)
        last.addWidget(self.guesses["kind"])
        last.addWidget(fields["kind"])
        last.addWidget(self.guesses["severity"])
        last.addWidget(fields["severity"])
        last.addSpacing(px(4))
        last.addWidget(self.number)
        last.addSpacing(px(8))
        self.fit_height()

    def fit_height(self) -> None:
        """Stay as tall as designed; in a narrow page, as tall as the words ask for."""
        px = self._px
        self.quote.leave_second_line(not self.is_narrow)
        lines = px(11 + 44 + 2 * NARROW_LINE) + self.quote.height()
        self.setFixedHeight(max(px(HEIGHT - 8), lines) if self.is_narrow else px(HEIGHT))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def _empty(row: QLayout) -> None:
    while row.takeAt(0) is not None:
        pass
