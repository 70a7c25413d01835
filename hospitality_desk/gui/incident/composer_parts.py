"""The composer as it looks: chips, options, field, button. What it does is in `composer`."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.composer_options import ComposerOptions
from hospitality_desk.gui.incident.draft_trouble import DraftTrouble
from hospitality_desk.gui.incident.field_button import FieldButton
from hospitality_desk.gui.incident.kind_chips import KindChips
from hospitality_desk.gui.incident.note_field import NoteField
from hospitality_desk.gui.incident.restarts import Restarts
from hospitality_desk.gui.incident.tick_box import TickBox
from hospitality_desk.gui.incident.vague_line import VagueLine
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.fitting_scroll import FittingScroll
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _


class ComposerParts(QWidget):
    """The parts of the composer in their places."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._around = around
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        around, theme = self._around, self._around.theme
        self.kinds = KindChips(around, self)
        self.knows = TickBox(around, _("Guest already knows"), "guest_already_knows", self)
        self.restarts = Restarts(around, self)
        self.options = ComposerOptions(around, self)
        self.refusal = WordsLabel(around, Role.SMALL_BOLD, theme.text, "composer_refusal", wrap=True, parent=self)
        self.refusal.hide()
        self.trouble = DraftTrouble(around, "composer_trouble", self)
        self.field = NoteField(around, "note_field", parent=self)
        self.field.setAccessibleName(_("Note"))
        self.when = FieldButton(around, Role.CAPTION, theme.text3, "note_when", self.field)
        self.add_button = Button(_("Add note"), ButtonKind.OTHER, "add_note", self)
        self.add_button.setFont(around.font(Role.BODY_MEDIUM))
        self.vague = VagueLine(around, self.field, self)
        self.restarts.hide()

    def _lay_out(self) -> None:
        px = self._px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(11), px(14), px(12))
        column.setSpacing(px(8))
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self.kinds, 1)
        top.addWidget(self.knows, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.restarts, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        tall = px(46)
        self.add_button.setStyleSheet(f"min-height: {tall}px; max-height: {tall}px; min-width: {px(64)}px;")
        for each in (top, row):
            column.addLayout(each)
        self._options_scroll = FittingScroll(self.options, px(44), "options_scroll", self)
        column.insertWidget(1, self._options_scroll)
        column.insertWidget(2, self.refusal)
        column.insertWidget(3, self.trouble)
        column.addWidget(self.vague)

    def show_button(self, *, ready: bool) -> None:
        """Let Add ask for nothing until there is a word."""
        kind = ButtonKind.MAIN if ready else ButtonKind.OTHER
        if self.add_button.property("kind") != kind.value:
            self.add_button.setProperty("kind", kind.value)
            self.add_button.style().unpolish(self.add_button)
            self.add_button.style().polish(self.add_button)
        self.add_button.setEnabled(ready)
        self.add_button.setToolTip("" if ready else _("Write at least one word."))

    def show_kept(self, kept: bool) -> None:
        """Say that what is typed is not on the disk, as long as that is so."""
        self.trouble.setVisible(not kept)

    def show_cut(self, kept: int, there_were: int) -> None:
        """Say that a paste was too long to be kept whole."""
        words = _("{kept:,} of {all:,} characters kept; the text was longer than we can keep.")
        self.refusal.show_words(words.format(kept=kept, all=there_were))
        self.refusal.show()

    def show_when(self, words: str) -> None:
        """Show when the note happened, at the end of the field."""
        self.when.show_value(words, spoken=_("When it happened: {time}").format(time=words), icon="clock-outline")
        self.place_when()

    def place_when(self) -> None:
        """Put the time at the end of the field's last line."""
        hint = self.when.sizeHint()
        self.field.keep_free(hint.width() + 4)
        bottom = self.field.height() - self._px(48) + (self._px(48) - hint.height()) // 2
        at = QRect(QPoint(self.field.width() - hint.width() - 5, bottom), hint)
        self.when.setGeometry(QStyle.visualRect(self.layoutDirection(), self.field.rect(), at))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._around.theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(self._around.theme.line))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)
