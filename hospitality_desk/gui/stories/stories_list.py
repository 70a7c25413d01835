"""All stories of the house: what they are called, where they stand, and which are chosen to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.staff import Permission
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.stories.new_story import NewStory
from hospitality_desk.gui.stories.stories_model import StoriesModel
from hospitality_desk.gui.stories.stories_view import StoriesView
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # the queries bring the store's libraries with them
    from hospitality_desk.queries.stories import StoryRow

WIDEST = 900


class StoriesList(QWidget):
    """The head offers to write one, and to print what is chosen."""

    opened = Signal(str)
    print_asked = Signal(object)
    """The chosen stories' ids, in order."""
    begun = Signal(str)
    """A title, for a story that rests on no problem."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stories")
        self._around, self._scale = around, around.percent / 100
        theme = around.theme
        self.model = StoriesModel(around.bridge, self)
        self.model.chosen_changed.connect(self._show_chosen)
        self._title = WordsLabel(around, Role.TITLE, theme.text, "stories_title")
        self._title.show_words(_("Stories"))
        self._count = WordsLabel(around, Role.SMALL, theme.text2, "stories_count")
        self.write = self._button(_("Write a story"), ButtonKind.OTHER, "write_story", "pencil-outline", theme.text)
        self.write.clicked.connect(self.ask_title)
        self.print = self._button("", ButtonKind.MAIN, "print_stories", "printer-outline", theme.onaccent)
        self.print.clicked.connect(self.ask_print)
        self.new = NewStory(around, self)
        self.new.hide()
        self.new.begun.connect(self.begun)
        self.new.closed.connect(self._close_new)
        self.view = StoriesView(around, self.model, self)
        self.view.opened.connect(self.opened)
        self._empty = self._make_empty()
        self._is_known = False
        self._stood_on: StoryId | None = None
        self._lay_out()
        self.show_person()
        self._show_chosen()

    def _button(self, words: str, kind: ButtonKind, name: str, picture: str, color: str) -> Button:
        button = Button(" " + words, kind, name, self)
        button.setIcon(icon(picture, color))
        side = round(18 * self._scale)
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(words)
        return button

    def _make_empty(self) -> QWidget:
        words = WordsLabel(self._around, Role.ROW_GUEST, self._around.theme.text2, "stories_empty", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.show_words(
            _("Stories told from settled problems, or written freely, appear here, without a name in them.")
        )
        self.first = Button(_("Write a story"), ButtonKind.OTHER, "write_first_story", self)
        self.first.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.first.clicked.connect(self.ask_title)
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setSpacing(round(16 * self._scale))
        column.addStretch(2)
        column.addWidget(words)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return held

    def _lay_out(self) -> None:
        px = self._px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.write)
        head.addWidget(self.print)
        inner = QWidget(self)
        inner.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self.new)
        body = QWidget(inner)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column.addWidget(body, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(px(28), 0, px(28), 0)
        across.addWidget(inner, 1)
        across.addStretch(0)

    def show_rows(self, rows: tuple[StoryRow, ...]) -> None:
        """Show these; who stood on a row stands on it again."""
        here = self.view.currentIndex()
        is_on_row = here.isValid() and here.row() < len(self.model.rows)
        stood_on = self.model.row_at(here).story_id if is_on_row else self._stood_on
        self._stood_on = None
        self._is_known = True
        self.model.show_rows(rows)
        self.view.stand_on(self.model.index_of(stood_on))
        self._count.show_words(ngettext("{n} story", "{n} stories", len(rows)).format(n=len(rows)) if rows else "")
        self._show_body()

    def show_person(self) -> None:
        """Offer what whoever acts here may do; the rows are asked for anew, for what this person may see of them."""
        acting = self._around.acting
        self.model.let_print(acting.may(Permission.PRINT_STORIES))
        if not acting.may(Permission.WRITE_STORIES):
            self.new.hide()
        here = self.view.currentIndex()
        self._stood_on = self.model.row_at(here).story_id if here.isValid() else self._stood_on
        self._is_known = False
        self.model.forget_rows()
        self._show_body()

    def begin(self) -> None:
        """Give the keyboard to the list, or to the one thing there is to do."""
        if not self.new.isHidden():
            self.new.begin()
        elif self.model.rows:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.first.isHidden():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_known(self) -> bool:
        """Tell whether the store has said which stories there are."""
        return self._is_known

    def ask_title(self) -> None:
        """Ask what the new story is called."""
        self.new.begin()

    def ask_print(self) -> None:
        """Go to the pages of what is chosen, when anything is."""
        if self.model.chosen:
            self.print_asked.emit(self.model.chosen)

    def _close_new(self) -> None:
        self.new.hide()
        self.begin()

    def _show_body(self) -> None:
        may_write = self._around.acting.may(Permission.WRITE_STORIES)
        self.write.setVisible(may_write and bool(self.model.rows))
        self.first.setVisible(may_write)
        self._stack.setCurrentIndex(0 if not self._is_known else 1 if self.model.rows else 2)

    def _show_chosen(self) -> None:
        many = len(self.model.chosen)
        words = ngettext("Print {n} story", "Print {n} stories", many).format(n=many)
        self.print.setText(f" {words}")
        self.print.setAccessibleName(words)
        self.print.setVisible(bool(many))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._around.theme.surface))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)
