"""Ends a problem: what is still open, how it ended, and what the guest says of it."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hospitality_desk.commands.incidents import AddVerdict, ReopenIncident, SettleIncident
from hospitality_desk.domain.incidents import Asked, Outcome
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.text import LONGEST
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.incident.choice_row import ChoiceRow
from hospitality_desk.gui.incident.names import asked_name
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.settle_draft import About, SettleDraft
from hospitality_desk.gui.incident.still_open import StillOpen
from hospitality_desk.gui.incident.verdict_faces import VerdictFaces
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.fitting_scroll import FittingScroll
from hospitality_desk.gui.widgets.verdicts import outcome_name
from hospitality_desk.gui.widgets.words_label import WordsLabel
from hospitality_desk.words import _, ngettext

_OTHER_WAYS = (Asked.DECLINED, Asked.NO_ANSWER, Asked.CARD, Asked.EMAIL)
_MOST_OPEN = 176


class SettlePanel(QWidget):
    """Settles, or takes a later verdict of a settled problem. It is put into an overlay and asks it to close."""

    closed = Signal()

    def __init__(self, around: Around, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settle_panel")
        self._around, self._acts = around, acts
        self._scene: Scene | None = None
        self._about: About | None = None
        self._later = False
        self._under_way = False
        self._act = OneAct()
        self._count = 0
        self._make_parts()
        self._lay_out()
        self._draft = SettleDraft(around, self)
        self.outcome.changed.connect(self._on_outcome)
        self.words.textEdited.connect(self._keep)
        self.asked.changed.connect(self._on_asked)
        self.faces.chosen.connect(self._on_face)
        self.settle.clicked.connect(self._settle)
        self.keep_open.clicked.connect(self.closed)
        around.acting.changed.connect(self._on_acting)

    def _make_parts(self) -> None:
        around, theme = self._around, self._around.theme
        self.title = WordsLabel(around, Role.TITLE, theme.text, "settle_title", wrap=True, parent=self)
        self.open_words = WordsLabel(around, Role.BODY, theme.text2, "settle_open_words", wrap=True, parent=self)
        self.still_open = StillOpen(around)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("settle_open_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setStyleSheet("QScrollArea { background: transparent; }")
        self.still_open.setStyleSheet("#still_open { background: transparent; }")
        self._scroll.setWidget(self.still_open)
        self._how_ended = WordsLabel(around, Role.BODY_BOLD, theme.text, "settle_outcome_words", parent=self)
        self._how_ended.show_words(_("How did it end?"))
        self.outcome: ChoiceRow[Outcome] = ChoiceRow(
            around, {each: outcome_name(each) for each in Outcome}, "outcome", self
        )  # fmt: skip
        self._ask = WordsLabel(around, Role.BODY_BOLD, theme.text, "settle_ask", wrap=True, parent=self)
        self.faces = VerdictFaces(around, self)
        self.words = QLineEdit(self)
        self.words.setObjectName("verdict_words")
        self.words.setFont(around.font(Role.BODY))
        self.words.setMaxLength(LONGEST)
        self.words.setPlaceholderText(_("Their own words, if they gave any"))
        self.words.setAccessibleName(_("The guest's own words"))
        self.asked: ChoiceRow[Asked] = ChoiceRow(
            around, {each: asked_name(each) for each in _OTHER_WAYS}, "asked", self
        )  # fmt: skip
        self.refusal = WordsLabel(around, Role.SMALL_BOLD, theme.text, "settle_refusal", wrap=True, parent=self)
        self.refusal.hide()
        self.keep_open = Button(_("Keep open"), ButtonKind.OTHER, "settle_keep_open", self)
        self.settle = Button(_("Settle"), ButtonKind.MAIN, "settle_now", self)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("settle_body")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.open_words)
        inside.addWidget(self._scroll)
        inside.addSpacing(6)
        inside.addWidget(self._how_ended)
        inside.addWidget(self.outcome)
        inside.addSpacing(6)
        for part in (self._ask, self.faces, self.words, self.asked):
            inside.addWidget(part)
        inside.addStretch(1)
        self.body = FittingScroll(body, round(120 * self._around.percent / 100), "settle_body_scroll", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.body, 1)
        column.addWidget(self.refusal)
        column.addSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.keep_open)
        buttons.addWidget(self.settle)
        column.addLayout(buttons)

    def start(self, scene: Scene, *, later: bool = False) -> None:
        """Begin with nothing chosen, or where it was left for the same problem.

        `later` takes only a verdict, of a problem that is settled.
        """
        about = (scene.incident.incident_id, later)
        if about != self._about:
            self._about, self._later, self._under_way = about, later, False
            self._act = OneAct()
            self.outcome.choose(None)
            self.asked.choose(None)
            self.faces.show_score(None)
            self.words.clear()
            self._draft.load(about, partial(self._bring_back, about))
        self.refusal.hide()
        self.show_scene(scene)
        stops = [*self.outcome.stops, *self.faces.faces, self.words, *self.asked.stops, self.keep_open, self.settle]
        for before, after in pairwise(stops):  # only now: moving the panel into its overlay orders them anew
            QWidget.setTabOrder(before, after)
        self.body.fit(round(480 * self._around.percent / 100) - 40)

    def _bring_back(self, about: About, kept: Mapping[str, Json]) -> None:
        """Bring back what was chosen before; what was chosen meanwhile goes first."""
        if about != self._about or any(self._chosen().values()):
            return
        outcome, asked, score, words = (kept.get(name) for name in ("outcome", "asked", "score", "words"))
        self.outcome.choose(next((each for each in Outcome if each == outcome), None))
        self.asked.choose(next((each for each in _OTHER_WAYS if each == asked), None))
        self.faces.show_score(score if isinstance(score, int) and 1 <= score <= len(self.faces.faces) else None)
        self.words.setText(words if isinstance(words, str) else "")
        self._refresh()

    def _chosen(self) -> dict[str, Json]:
        outcome, asked = self.outcome.value, self.asked.value
        return {
            "outcome": outcome.value if outcome is not None else None,
            "asked": asked.value if asked is not None else None,
            "score": self.faces.score,
            "words": self.words.text(),
        }

    def _keep(self) -> None:
        if self._about is not None:
            self._draft.keep(self._about, self._chosen())

    def show_scene(self, scene: Scene) -> None:
        """Show what is still open now; what was chosen stays."""
        self._scene = scene
        later = self._later
        title = _("What does the guest say of {place}?") if later else _("Settle {place}?")
        place = scene.place_words
        self.title.show_words(title.format(place=place[:1].lower() + place[1:] if scene.incident.place else place))
        self._count = 0 if later else self.still_open.show_scene(scene)
        self.open_words.setVisible(self._count > 0)
        self._scroll.setVisible(self._count > 0)
        if self._count:
            words = ngettext("{n} thing is still open.", "{n} things are still open.", self._count)
            self.open_words.show_words(words.format(n=self._count))
            tall = self.still_open.sizeHint().height()
            self._scroll.setFixedHeight(min(tall, round(_MOST_OPEN * self._around.percent / 100)))
        for part in (self._how_ended, self.outcome, self.asked):
            part.setVisible(not later)
        ask = _("“Did we put it right?” The answer of {guest}:") if later else _("Ask {guest}: “Did we put it right?”")
        self._ask.show_words(ask.format(guest=scene.incident.guest or _("the guest")))
        self.keep_open.setText(_("Close") if later else _("Keep open"))
        self.settle.setText(_("Keep it") if later else _("Settle"))
        self._refresh()

    def _on_outcome(self) -> None:
        self._keep()
        self._refresh()

    def _on_asked(self) -> None:
        if self.asked.value is not None:
            self.faces.show_score(None)
        self._keep()
        self._refresh()

    def _on_face(self, score: int) -> None:
        self.asked.choose(None)
        self._keep()
        self._refresh()

    def _missing(self) -> str | None:
        """Return the first thing that is missing, in words; None when it can be settled."""
        if self._count:
            return _("Something is still open.")
        if not self._later and self.outcome.value is None:
            return _("Say how it ended.")
        if self.faces.score is None and (self._later or self.asked.value is None):
            return _("Ask the guest how it was, or say why not.")
        return None

    def _refresh(self) -> None:
        missing = self._missing()
        self.settle.setEnabled(missing is None and not self._under_way)
        self.settle.setToolTip(missing or "")
        self.settle.setAccessibleDescription(missing or "")
        self.words.setEnabled(self.faces.score is not None)
        self.words.setToolTip("" if self.words.isEnabled() else _("Choose a face first: the words go with it."))

    def _settle(self) -> None:
        scene = self._scene
        if scene is None or self._under_way or self._missing() is not None:
            return
        make = self._verdict(scene) if self._later else self._settling(scene)
        about = self._about
        self._under_way = True
        self.refusal.hide()
        self._refresh()
        self._acts.do(
            make,
            owner=self,
            then=lambda _outcome: self._was_kept(about, scene),
            refused=partial(self._refuse, about),
            command_id=self._act.id_for((make.func, make.keywords)),
        )

    def _verdict(self, scene: Scene) -> "partial[AddVerdict]":
        score = self.faces.score
        assert score is not None
        incident_id, words = scene.incident.incident_id, self.words.text() or None
        return partial(AddVerdict, incident_id=incident_id, verdict=score, words=words)

    def _settling(self, scene: Scene) -> "partial[SettleIncident]":
        outcome, score = self.outcome.value, self.faces.score
        assert outcome is not None
        return partial(
            SettleIncident,
            incident_id=scene.incident.incident_id,
            outcome=outcome,
            asked=self.asked.value or Asked.ALOUD,
            verdict=score,
            words=(self.words.text() or None) if score is not None else None,
            seen=scene.incident.last_seq,
        )

    def _was_kept(self, about: About | None, scene: Scene) -> None:
        if about is not None:
            self._draft.drop(about)
        if about is not None and not about[1]:
            undo = partial(ReopenIncident, incident_id=about[0], reason=_("Settled by mistake"))
            self._acts.toast.emit(_("{place} settled.").format(place=scene.place_words), self._acts.undo_with(undo))
        if about == self._about:
            self._about = None
            self._under_way = False
            self.closed.emit()

    def _refuse(self, about: About | None, error: KnownError) -> None:
        """Say why here, or in the window when this panel is closed or asks about another problem by now."""
        if about == self._about:
            self._under_way = False
            self._refresh()
        if about != self._about or not self.isVisible():
            self._around.bridge.said.emit(error.say)
            return
        self.refusal.show_words(error.say)
        self.refusal.show()

    def _on_acting(self) -> None:
        """Let a refusal go once somebody acts: who that is may be what was missing."""
        if self._around.acting.person_id is not None:
            self.refusal.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter click the button that has the keyboard; anywhere else it settles once nothing is missing.

        A digit chooses a face wherever the keyboard is but in the guest's words.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._on_enter(self.focusWidget())
            event.accept()
            return
        if self.faces.took_digit(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_enter(self, here: QWidget | None) -> None:
        """Click the button; a choice is chosen, or settled with once nothing is missing."""
        button = here if isinstance(here, QAbstractButton) and here.isEnabled() else None
        if button is not None and not (button.isCheckable() and (button.isChecked() or self._missing() is None)):
            button.click()
        else:
            self._settle()
