"""What a task can carry besides its words: tries again and again, or an errand out of the house. Folded away."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from hospitality_desk.domain.ids import PersonId
from hospitality_desk.domain.kind_guess import typed_amount
from hospitality_desk.domain.text import LONGEST
from hospitality_desk.errors import Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.clock_field import ClockField
from hospitality_desk.gui.incident.owner_box import OwnerBox
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_FIELD_WIDTH = 136
NOBODY = PersonId("")


class TaskMore(QWidget):
    """*More* unfolds it. Whatever is filled in decides; what was typed stays when it is folded again."""

    edited = Signal()

    def __init__(self, around: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("task_more")
        self._around = around
        self.fold = Button("", ButtonKind.QUIET, "task_more_fold", self)
        self.fold.setFont(around.font(Role.SMALL))
        self._inside = QWidget(self)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.fields: dict[str, QLineEdit] = {}
        self._head(_("Tried until somebody answers"), "tries")
        self._add("every", _("Every so many minutes"), self._line("task_every", "4", 4))
        self._add("until", _("Until, at the latest"), ClockField(around, "task_until", _("Until, at the latest"), self))
        self._add("most", _("Times at most"), self._line("task_most", "6", 4))
        self._head(_("Out of the house"), "errand")
        self._add("where", _("Where to"), self._line("task_where", _("The bridge"), LONGEST))
        self._add("back", _("Back by"), ClockField(around, "task_back", _("Back by"), self))
        self.cover = OwnerBox(around, self, name="task_cover", spoken=_("Who covers"))
        self._place(_("Who covers"), "cover", self.cover)
        self._add("cash", _("Cash that goes along"), self._line("task_cash", "60", 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fold)
        column.addWidget(self._inside)
        self.fold.clicked.connect(lambda: self.unfold(not self.is_unfolded))
        self.cover.activated.connect(lambda _n: self.edited.emit())
        self.unfold(False)

    @property
    def is_unfolded(self) -> bool:
        """Tell whether the fields are shown."""
        return not self._inside.isHidden()

    def unfold(self, shown: bool) -> None:
        """Show the fields, or fold them away."""
        self._inside.setVisible(shown)
        self.fold.setText(_("Less") if shown else _("More: tries, an errand"))

    def offer(self, people: tuple[tuple[PersonId, str], ...]) -> None:
        """Offer who may cover."""
        self.cover.offer(((NOBODY, _("nobody")), *people), NOBODY)

    def texts(self) -> dict[str, str]:
        """Return what is filled in, as typed."""
        found = {name: each.text() for name, each in self.fields.items() if each.text().strip()}
        if self.cover.currentData():
            found["cover"] = self.cover.currentData()
        return found

    def put(self, texts: Mapping[str, str]) -> None:
        """Fill in what was typed before; it is unfolded where there is anything."""
        for name, each in self.fields.items():
            each.blockSignals(True)
            each.setText(texts.get(name, ""))
            each.blockSignals(False)
        self.cover.keep(PersonId(texts.get("cover", NOBODY)))
        self.unfold(bool(texts))

    def command_fields(self, now: datetime, zone: ZoneInfo, currency: str) -> dict[str, object]:
        """Return the fields of AddTask that are filled in; raises a KnownError for what nobody can read."""
        found: dict[str, object] = {}
        for name, field in (("every", "every"), ("most", "until_count")):
            if self.fields[name].text().strip():
                found[field] = self._number(self.fields[name].text().strip())
        for name, field in (("until", "until_time"), ("back", "back_by")):
            clock = self.fields[name]
            moment = clock.moment(now, zone, last=False) if isinstance(clock, ClockField) else None
            if moment is not None:
                found[field] = moment
        if self.fields["where"].text().strip():
            found["where"] = self.fields["where"].text()
        if self.cover.currentData():
            found["cover"] = self.cover.currentData()
        if self.fields["cash"].text().strip():
            found["cash"] = typed_amount(self.fields["cash"].text(), currency)
            if found["cash"] is None:
                raise Refused(_("That sum cannot be read. Write it like 64 or 64.50."))
        return found

    def _number(self, words: str) -> int:
        if not (words.isascii() and words.isdigit()):
            raise Refused(_("Write the tries as numbers, such as 4."))
        return int(words)

    def _line(self, name: str, hint: str, most: int) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setFont(self._around.font(Role.BODY))
        line.setPlaceholderText(hint)
        line.setMaxLength(most)
        return line

    def _head(self, words: str, name: str) -> None:
        head = WordsLabel(self._around, Role.SMALL_BOLD, self._around.theme.text, f"task_head_{name}", wrap=True)
        head.show_words(words)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)

    def _add(self, name: str, caption: str, field: QLineEdit) -> None:
        self.fields[name] = field
        field.setAccessibleName(caption)
        field.textChanged.connect(self.edited)
        self._place(caption, name, field)

    def _place(self, caption: str, name: str, field: QWidget) -> None:
        theme = self._around.theme
        label = WordsLabel(self._around, Role.SMALL, theme.text2, f"task_caption_{name}", wrap=True)
        label.show_words(caption)
        field.setFixedWidth(round(_FIELD_WIDTH * self._around.percent / 100))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
