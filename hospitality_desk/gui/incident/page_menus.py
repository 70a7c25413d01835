"""What a tap on the page opens: the menus of the problem, of its fields and of its notes, and what they send."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.incidents import ChangeIncident, GuestIsHere, GuestLeft
from hospitality_desk.commands.stories import DrawStory, WithdrawStory
from hospitality_desk.commands.timeline import JudgeThink, RestoreNote
from hospitality_desk.domain.entries import FieldChange, Judgement
from hospitality_desk.domain.house import Severity
from hospitality_desk.domain.ids import CommandId, IncidentId, PersonId, StoryId, new_id
from hospitality_desk.domain.incidents import Source
from hospitality_desk.domain.timeline import Note
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.incident.incident_forms import IncidentForms
from hospitality_desk.gui.incident.menus import (
    IncidentActs,
    NoteActs,
    PromiseActs,
    incident_choices,
    kind_choices,
    note_choices,
    owner_choices,
    promise_choices,
    severity_choices,
    source_choices,
)
from hospitality_desk.gui.incident.note_forms import NoteForms
from hospitality_desk.gui.incident.note_moves import NoteMoves
from hospitality_desk.gui.incident.quiet_lines import change_words
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.timeline_view import TimelineView
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.widgets.menu import Choice, open_menu
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome


class PageMenus(QObject):
    """Acts on the scene it was given last. `tell` opens the composer, `verdict` the later verdict, `story` a story."""

    def __init__(
        self,
        page: QWidget,
        acts: Acts,
        forms: IncidentForms,
        note_forms: NoteForms,
        view: TimelineView,
        *,
        tell: Callable[[frozenset[int]], None],
        promise: PromiseActs,
        moves: NoteMoves,
        verdict: Callable[[], None],
        story: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._promise_acts, self._moves = promise, moves
        self._page, self._acts, self._forms, self._note_forms, self._view = page, acts, forms, note_forms, view
        self._tell, self._verdict, self._story = tell, verdict, story
        self._once = OneAct()
        self._drawn: tuple[IncidentId, StoryId, CommandId] | None = None
        """The story that is on its way, and the act that draws it."""
        self.scene: Scene | None = None

    def edit(self, name: str, at: QRect) -> None:
        """Edit a field of the header where it stands."""
        scene = self.scene
        if scene is None:
            return
        match name:
            case "place":
                self._forms.change_place(scene, at)
            case "guest" | "phone":
                self._forms.change_guest(scene, at)
            case "severity":
                self._menu("severity_menu", severity_choices(scene, self._set_severity), at)
            case "kind":
                self._menu("kind_menu", kind_choices(scene, self._set_kind), at)
            case "owner":
                self._menu("owner_menu", owner_choices(scene, self._set_owner), at)
            case "promise":
                self._menu("promise_menu", promise_choices(scene, self._promise_acts), at)
            case "happened":
                self._forms.change_happened(scene, at)

    def _set_severity(self, severity: Severity) -> None:
        self._change(severity=severity)

    def _set_kind(self, kind: str) -> None:
        self._change(kind=kind)

    def _set_source(self, source: Source) -> None:
        self._change(source=source)

    def _set_owner(self, owner: PersonId) -> None:
        self._change(owner=owner)

    def _change(
        self, *, severity: Severity | None = None, kind: str | None = None, source: Source | None = None,
        owner: PersonId | None = None,
    ) -> None:  # fmt: skip
        if self.scene is not None:
            fields = {"severity": severity, "kind": kind, "source": source, "owner": owner}
            for name, new in fields.items():
                if new is not None:
                    self._change_one(self.scene, name, new)

    def _change_one(self, scene: Scene, name: str, new: str, command_id: CommandId | None = None) -> None:
        """Change it and offer the way back: to a value somebody had chosen, for a guess of ours is none."""
        incident = scene.incident
        was = getattr(incident, name)
        # mypy cannot see which field a name stands for; the tests of the menus do
        change = partial(ChangeIncident, incident_id=incident.incident_id, **{name: new})  # type: ignore[arg-type]
        back = None
        if was is not None and getattr(incident, f"{name}_sure", True):
            back = partial(ChangeIncident, incident_id=incident.incident_id, **{name: was})
        words = change_words(FieldChange(field=name, old=None, new=new), scene)
        self._acts.do_and_say(change, words, back, command_id=command_id)

    def have_it(self) -> None:
        """Put the problem into the acting person's hands; a second tap before that is seen is the same act."""
        if self.scene is not None:
            incident_id, by = self.scene.incident.incident_id, self.scene.acting
            act = self._once.id_for((incident_id, self.scene.incident.last_seq, by))
            if by is None:  # refused at once, with the words for it
                self._do(partial(ChangeIncident, incident_id=incident_id))
            else:
                self._change_one(self.scene, "owner", by, act)

    def _do(self, make: Callable[..., Command]) -> None:
        self._acts.do(make, owner=self)

    def of_incident(self, at: QRect) -> None:
        """Open the dots menu of the problem."""
        scene = self.scene
        if scene is None:
            return
        acts = IncidentActs(
            have_it=self.have_it,
            happened=lambda: self._forms.change_happened(scene, at),
            source=lambda: self.of_source(at),
            guest_left=lambda: self._guest_left(scene),
            guest_is_here=lambda: self._guest_is_here(scene),
            leave_in_peace=lambda: self._forms.leave_in_peace(scene, at),
            verdict=self._verdict,
            tell_as_story=self._draw,
            open_story=partial(self._open_story, scene),
            withdraw=lambda: self._forms.withdraw_incident(scene, at),
        )
        self._menu("incident_menu", incident_choices(scene, acts), at)

    def _guest_left(self, scene: Scene) -> None:
        left, here = (partial(each, incident_id=scene.incident.incident_id) for each in (GuestLeft, GuestIsHere))
        self._acts.do_and_say(left, _("{place}: the guest has left.").format(place=scene.place_words), here)

    def _guest_is_here(self, scene: Scene) -> None:
        left, here = (partial(each, incident_id=scene.incident.incident_id) for each in (GuestLeft, GuestIsHere))
        self._acts.do_and_say(here, _("{place}: the guest is here again.").format(place=scene.place_words), left)

    def _draw(self) -> None:
        """Draw its story and open it; a second tap before that is seen is the same act."""
        scene = self.scene
        if scene is None:
            return
        incident_id = scene.incident.incident_id
        if self._drawn is None or self._drawn[0] != incident_id:
            self._drawn = incident_id, StoryId(new_id()), CommandId(new_id())
        _incident, story_id, act = self._drawn
        draw = partial(DrawStory, story_id=story_id, incident_id=incident_id)

        def done(_outcome: Outcome) -> None:
            self._drawn = None
            back = self._acts.undo_with(partial(WithdrawStory, story_id=story_id))
            self._acts.toast.emit(_("Drawn from #{number}.").format(number=scene.incident.number), back)
            self._story(story_id)

        self._acts.do(draw, owner=self, then=done, command_id=act)

    def _open_story(self, scene: Scene) -> None:
        if scene.stories:
            self._story(scene.stories[-1])

    def of_source(self, at: QRect) -> None:
        """Ask how we heard of it."""
        if self.scene is not None:
            self._menu("source_menu", source_choices(self.scene, self._set_source), at)

    def of_note(self, n: int, rect: QRect) -> None:
        """Open a note's menu; `rect` is its dots' place in the timeline."""
        scene = self.scene
        note = scene.incident.note(n) if scene is not None else None
        if scene is None or note is None:
            return
        view = self._view
        at = QRect(view.mapTo(self._page.window(), rect.topLeft()), rect.size())
        incident_id = scene.incident.incident_id

        def judge(each: Note, judgement: Judgement) -> None:
            self._do(partial(JudgeThink, incident_id=incident_id, note=each.n, judgement=judgement))

        acts = NoteActs(
            correct=lambda each: self._note_forms.correct(scene, each, at),
            move=lambda each: self._moves.ask(scene, each, at),
            withdraw=lambda each: self._note_forms.withdraw_note(scene, each, at),
            restore=lambda each: self._do(partial(RestoreNote, incident_id=incident_id, note=each.n)),
            tell=lambda each: self._tell(frozenset({each.n})),
            keep_back=lambda each: self._note_forms.keep_back(scene, (each,), at),
            knows=lambda each, knows: self._note_forms.knows(scene, each, knows),
            judge=judge,
            show_whole=lambda each: view.show_whole(f"note:{each.n}"),
        )
        self._menu("note_menu", note_choices(note, scene, acts, view.is_whole(f"note:{n}")), at)

    def _menu(self, name: str, choices: list[Choice], at: QRect) -> None:
        place = self._page.window().mapToGlobal(QPoint(at.left(), at.bottom() + 2))
        open_menu(self._page, name, choices, place)

    def keep_back(self, button: QWidget) -> None:
        """Ask which of the untold things is kept back, beside the button."""
        scene = self.scene
        if scene is None:
            return
        at = QRect(button.mapTo(self._page.window(), QPoint(0, 0)), button.size())
        untold = scene.untold
        if len(untold) == 1:
            self._note_forms.keep_back(scene, untold, at)
            return
        choices = [
            Choice(_short(note.text), partial(self._note_forms.keep_back, scene, (note,), at)) for note in untold
        ]
        choices.append(Choice(_("All of them"), lambda: self._note_forms.keep_back(scene, untold, at)))
        self._menu("keep_back_menu", choices, at)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 48 else line[:47] + "…"
