"""Asks before a story is withdrawn: that ends it, and papers that were printed cannot be called back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospitality_desk.commands.stories import WithdrawStory
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.story_acts import StoryActs
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.popover import Popover
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _


def ask_to_withdraw(around: Around, page: QWidget, acts: StoryActs, now: StoryNow, at: QRect) -> Popover:
    """Open the question beside the menu it was asked from, and return it; Esc keeps the story."""
    panel = Popover(around, page.window(), "withdraw_panel", width=380)
    panel.closes_outside = True
    title = _("Withdraw “{title}”?").format(title=now.title)
    heading = WordsLabel(around, Role.BODY_BOLD, around.theme.text, "withdraw_heading", wrap=True)
    heading.show_words(title)
    words = WordsLabel(around, Role.BODY, around.theme.text2, "withdraw_words", wrap=True)
    words.show_words(
        _("It is told and printed no more. What was printed already stays where it is. Writing on it makes it a draft.")
    )
    keep = Button(_("Keep it"), ButtonKind.QUIET, "withdraw_keep", panel)
    withdraw = Button(_("Withdraw"), ButtonKind.NEXT, "withdraw_button", panel)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(keep)
    row.addWidget(withdraw)
    for each in (heading, words):
        panel.inside.addWidget(each)
    panel.inside.addLayout(row)
    panel.setAccessibleName(title)

    def go() -> None:
        panel.close_over()
        make = partial(WithdrawStory, story_id=now.story_id)
        acts.do(make, _("“{title}” is withdrawn.").format(title=now.title))

    keep.clicked.connect(panel.close_over)
    withdraw.clicked.connect(go)
    panel.closed.connect(panel.deleteLater)
    page.destroyed.connect(panel.deleteLater)
    panel.open_at(at)
    withdraw.setFocus(Qt.FocusReason.PopupFocusReason)
    return panel
