"""The top of the editor: the way back, the title and the line under it, how long it is, and the next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hospitality_desk.commands.stories import TitleStory
from hospitality_desk.domain.drafting.on_paper import on_paper
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.stories.autosave import Autosave
from hospitality_desk.gui.stories.clash_line import ClashLine
from hospitality_desk.gui.stories.gate_words import why_not
from hospitality_desk.gui.stories.story_now import StoryNow, write_again_words
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.quiet_line import QuietLine
from hospitality_desk.words import _, ngettext

_ICON, _TITLE, _SUBTITLE = 18, 34, 26


class EditorHeader(QWidget):
    """Title and subtitle are edited where they stand. The main button is there only when the step is due."""

    back_asked = Signal()
    preview_asked = Signal()
    release_asked = Signal()
    read_asked = Signal()
    again_asked = Signal()
    menu_asked = Signal(QRect)

    def __init__(self, around: Around, acts: Acts, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_header")
        theme, self._around, self._scale, self._now = around.theme, around, around.percent / 100, now
        self._unkept = False
        self.back = IconButton(around, "arrow-left", _("Back to the stories"), "editor_back", theme.text, self)
        self.title = QuietLine(around, "story_title", around.font(Role.TITLE), theme.text, tall=_TITLE, parent=self)
        self.title.setAccessibleName(_("Title"))
        self.title.setPlaceholderText(_("Title"))
        self.subtitle = QuietLine(
            around, "story_subtitle", around.font(Role.BODY), theme.text2, tall=_SUBTITLE, parent=self
        )  # fmt: skip
        self.subtitle.setAccessibleName(_("The line under the title"))
        self.subtitle.setPlaceholderText(_("One line under the title: what it is about"))
        self.status = ElidedLabel("story_status", around.font(Role.SMALL), theme.text2)
        self.length = ElidedLabel("story_length", around.font(Role.SMALL), theme.text2)
        self.preview = self._button(_("Preview"), ButtonKind.OTHER, "preview_button", "page-layout-body", theme.text)
        offer, comes = write_again_words()
        self.again = self._button(offer, ButtonKind.QUIET, "write_again", "pencil-outline", theme.text)
        self.again.setToolTip(plain_tip(comes))
        self.again.setAccessibleDescription(comes)
        self.read = self._button(
            _("I have read it"), ButtonKind.MAIN, "read_button", "eye-check-outline", theme.onaccent
        )
        self.release = self._button(
            _("Release"), ButtonKind.MAIN, "release_button", "lock-open-outline", theme.onaccent
        )
        self.dots = IconButton(around, "dots-horizontal", _("More"), "story_dots", theme.text, self)
        self.clash = ClashLine(around, "story_title", self)
        self.savings = [
            Autosave(around, acts, f"story:{now.story_id}:title", self.title, self._make_title, self),
            Autosave(around, acts, f"story:{now.story_id}:subtitle", self.subtitle, self._make_subtitle, self),
        ]
        self._connect()
        self._lay_out()

    def _button(self, words: str, kind: ButtonKind, name: str, picture: str, color: str) -> Button:
        # A space more: the style puts the words close to the icon.
        button = Button(" " + words, kind, name, self)
        button.setIcon(icon(picture, color))
        side = round(_ICON * self._scale)
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(words)
        return button

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.preview.clicked.connect(self.preview_asked)
        self.read.clicked.connect(self.read_asked)
        self.again.clicked.connect(self.again_asked)
        self.release.clicked.connect(self.release_asked)
        self.dots.clicked.connect(
            lambda: self.menu_asked.emit(QRect(self.dots.mapTo(self.window(), QPoint(0, 0)), self.dots.size()))
        )
        for line, saving in zip((self.title, self.subtitle), self.savings, strict=True):
            line.typed.connect(saving.typed)
            line.typed.connect(self._fit)
            line.left.connect(saving.write_now)
            saving.refused.connect(self.clash.say)
            saving.clashed.connect(self.clash.show_theirs)
            self.clash.mine_asked.connect(partial(_mine, saving))
            self.clash.theirs_asked.connect(partial(_theirs, saving))

    def _lay_out(self) -> None:
        px = self._px
        first = QHBoxLayout()
        first.setSpacing(px(4))
        first.addWidget(self.title)
        first.addWidget(self.status, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        across = QHBoxLayout()
        across.setContentsMargins(px(6), px(2), px(16), px(3))
        across.setSpacing(px(8))
        across.addWidget(self.back)
        across.addLayout(words, 1)
        across.addWidget(self.length)
        across.addSpacing(px(2))
        for each in (self.preview, self.again, self.read, self.release, self.dots):
            across.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(across)
        held = QHBoxLayout()
        held.setContentsMargins(px(54), 0, px(16), px(8))
        held.addWidget(self.clash)
        column.addLayout(held)
        self.length.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_now(self, now: StoryNow) -> None:
        """Show the story as it stands."""
        self._now = now
        for line, saving, words in zip(
            (self.title, self.subtitle), self.savings, (now.text.title, now.text.subtitle), strict=True
        ):
            line.setReadOnly(not now.may_edit)
            line.setFocusPolicy(Qt.FocusPolicy.NoFocus if now.is_closed else Qt.FocusPolicy.StrongFocus)
            saving.show(words, may_write=now.may_edit)
        self.preview.setVisible(not now.is_closed)
        self.subtitle.setVisible(now.may_edit or bool(now.text.subtitle))
        page = on_paper(now.text)
        count = ngettext("{n} word", "{n} words", page.words).format(n=page.words)
        aloud = ngettext("{n} min aloud", "{n} min aloud", page.minutes_aloud).format(n=page.minutes_aloud)
        self.length.setText(_("{words}, {aloud}").format(words=count, aloud=aloud))
        self._show_status()
        self._show_step()
        self._fit()

    def show_kept(self, is_kept: bool) -> None:
        """Say it when what is typed could not be put on this station's disk."""
        self._unkept = not is_kept
        self._show_status()

    def _show_status(self) -> None:
        now = self._now
        if self._unkept:
            self.status.setText(_("What you type is not kept on this station yet. We try again."))
            return
        at = now.story.released_at if now.story.status == StoryStatus.RELEASED else now.story.changed_at
        say = {
            StoryStatus.DRAFT: _("{status}, saved {time}"),
            StoryStatus.READ: _("{status}, saved {time}"),
            StoryStatus.RELEASED: _("{status} {time}"),
            StoryStatus.WITHDRAWN: "{status}",
        }[now.story.status]
        self.status.setText(say.format(status=now.status_words, time=now.when(at or now.story.changed_at)))

    def _show_step(self) -> None:
        """Offer the one step that is next, to whoever may do it."""
        now = self._now
        may_read = now.needs_a_reader and now.may_be_read_by_me
        self.read.setVisible(may_read)
        left = now.story.status != StoryStatus.RELEASED
        self.release.setVisible(now.may_release and not may_read and left)
        self.release.setEnabled(now.is_ready)
        self.again.setVisible(now.may_write and now.is_held)
        picture = ("lock-open-outline", self._around.theme.onaccent) if now.is_ready else (
            "lock-outline", self._around.theme.text3
        )  # fmt: skip
        self.release.setIcon(icon(*picture))
        reason = why_not(now)
        self.release.setToolTip(plain_tip(reason) if reason else "")
        self.release.setAccessibleDescription(reason)
        self.dots.setVisible(now.may_release and now.story.status != StoryStatus.WITHDRAWN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the title have what it needs, as far as there is room; the count goes first, then the status."""
        buttons = (self.preview, self.again, self.read, self.release, self.dots)
        taken = sum(each.sizeHint().width() + self._px(8) for each in buttons if not each.isHidden())
        room = self.width() - taken - self._px(44 + 6 + 16 + 40)
        wanted = self.title.wide()
        length, status = self.length.sizeHint().width(), self.status.sizeHint().width()
        below = 0 if self.subtitle.isHidden() else self.subtitle.wide()
        fits = max(wanted + status, below) + length <= room
        self.length.setVisible(fits and not self._now.is_closed)
        rest = room - (length if fits else 0) - self._px(4)
        self.title.setFixedWidth(max(self._px(120), min(wanted, rest - min(status, self._px(90)))))

    def _make_title(self, words: str, was: str) -> partial[TitleStory]:
        return partial(TitleStory, story_id=self._now.story_id, title=words, seen=was)

    def _make_subtitle(self, words: str, was: str) -> partial[TitleStory]:
        return partial(TitleStory, story_id=self._now.story_id, subtitle=words, subtitle_seen=was)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and its lower edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._around.theme.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._around.theme.line))

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._scale)


def _mine(saving: Autosave) -> None:
    if saving.has_clash:
        saving.keep_mine()


def _theirs(saving: Autosave) -> None:
    if saving.has_clash:
        saving.take_theirs()
