"""Behaviours shown: what the house teaches, and the note in which each of them shows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospitality_desk.commands.stories import ShowBehaviour
from hospitality_desk.domain.stories.behaviours import behaviour_named
from hospitality_desk.domain.stories.scenes import BehaviourShown
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.stories.behaviour_picker import BehaviourPicker
from hospitality_desk.gui.stories.pane_head import PaneHead
from hospitality_desk.gui.stories.story_acts import StoryActs
from hospitality_desk.gui.stories.story_now import StoryNow
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.flow_layout import FlowLayout
from hospitality_desk.gui.widgets.icon_button import IconButton
from hospitality_desk.gui.widgets.menu import Choice, open_menu
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _

_LEFT = 16


class BehavioursPart(QWidget):
    """A tap on one of them asks for another note, or takes it away."""

    def __init__(self, around: Around, acts: StoryActs, now: StoryNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("behaviours_part")
        self._around, self._acts, self._now = around, acts, now
        scale = around.percent / 100
        self._shown: tuple[tuple[BehaviourShown, ...], bool] | None = None
        self.chips: list[Button] = []
        self.picker: BehaviourPicker | None = None
        self.head = PaneHead(around, "behaviours_head", _("Behaviours shown"), line=False)
        self.plus = IconButton(around, "plus", _("Add a behaviour"), "behaviour_plus", around.theme.accent, self)
        self.plus.clicked.connect(lambda: self.pick(None))
        self.head.at_end.addWidget(self.plus)
        self.head.at_end.setContentsMargins(round(_LEFT * scale), 0, 0, 0)
        self._none = WordsLabel(around, Role.SMALL, around.theme.text3, "behaviours_none", wrap=True)
        self._held = QWidget(self)
        self._flow = FlowLayout(round(6 * scale), self._held)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, round(8 * scale), round(12 * scale))
        column.setSpacing(0)
        column.addWidget(self.head)
        inner = QVBoxLayout()
        inner.setContentsMargins(round(_LEFT * scale), 0, 0, 0)
        inner.addWidget(self._none)
        inner.addWidget(self._held)
        column.addLayout(inner)

    def show_now(self, now: StoryNow) -> None:
        """Show the behaviours of the story as it stands."""
        self._now = now
        self.plus.setVisible(now.may_edit and now.whole.incident is not None)
        self._none.show_words(
            _("Which of the house's behaviours does it show, and in which note?")
            if now.whole.incident is not None
            else _("A behaviour shows in a note, and this story was drawn from none.")
        )
        self._none.setVisible(not now.text.behaviours)
        self._held.setVisible(bool(now.text.behaviours))
        if (now.text.behaviours, now.may_edit) == self._shown:
            return
        self._shown = now.text.behaviours, now.may_edit
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(n, each) for n, each in enumerate(now.text.behaviours, start=1)]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()

    def pick(self, name: str | None) -> None:
        """Ask which behaviour, and in which note it shows; with a name only the note."""
        self.close()
        taken = {each.name for each in self._now.text.behaviours}
        self.picker = BehaviourPicker(self._around, self.window(), self._now, taken, name)
        self.picker.picked.connect(self._tie)
        self.picker.closed.connect(self.picker.deleteLater)
        self.picker.closed.connect(self._forget)
        self.destroyed.connect(self.picker.deleteLater)
        self.picker.open_at(QRect(self.plus.mapTo(self.window(), QPoint(0, 0)), self.plus.size()))
        self.picker.begin()

    def close(self) -> bool:
        """Close the list, if it is open."""
        if self.picker is not None:
            self.picker.close_over()
        return True

    def _forget(self) -> None:
        self.picker = None

    def _chip(self, n: int, shown: BehaviourShown) -> Button:
        chip = Button(_(shown.name), ButtonKind.OTHER, f"behaviour_{n}", self._held)
        chip.setFont(self._around.font(Role.SMALL))
        known, note = behaviour_named(shown.name), self._now.note_words(shown.entry)
        looks = _(known.looks_like) if known is not None else ""
        where = _("Shows in {note}").format(note=note) if note else ""
        said = "\n".join(filter(None, (looks, where)))
        chip.setToolTip(plain_tip(said))
        chip.setAccessibleDescription(said)
        chip.setEnabled(self._now.may_edit)
        chip.clicked.connect(partial(self._on_chip, chip, shown))
        return chip

    def _on_chip(self, chip: Button, shown: BehaviourShown) -> None:
        choices = [
            Choice(_("Shows in another note…"), partial(self.pick, shown.name)),
            Choice(_("Take it away"), partial(self._tie, shown.name, None)),
        ]
        open_menu(self, "behaviour_menu", choices, chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _tie(self, name: str, entry: int | None) -> None:
        make = partial(ShowBehaviour, story_id=self._now.story_id, name=name, entry=entry)
        said = _("“{behaviour}” is added.") if entry is not None else _("“{behaviour}” is taken away.")
        self._acts.change(self._now.story_id, make, said.format(behaviour=_(name)))
