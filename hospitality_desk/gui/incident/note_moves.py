"""Moves a note to the problem it belongs to: the open ones are offered, any other is named by its number."""

from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hospitality_desk.commands.timeline import MoveNote, TakeMoveBack
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.ids import EntryId, IncidentId, new_id
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.field_editor import Field, FieldEditor
from hospitality_desk.gui.incident.form_opener import FormOpener, Texts
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.queries.incidents import BoardRow, board_rows, incident_numbered
from hospitality_desk.words import _

_MOST = 6
"""Problems that are offered, most urgent first; the others are named by their number."""


class NoteMoves(QObject):
    """Asks where to, does it, and offers the way back."""

    def __init__(self, around: Around, page: QWidget, forms: FormOpener) -> None:
        super().__init__(page)
        self._around, self._forms = around, forms
        self._once: dict[tuple[IncidentId, int], OneAct] = {}

    def ask(self, scene: Scene, note: Note, at: QRect) -> None:
        """Ask for the problem, beside `at` in the window; the open ones appear as soon as they are read."""
        draft = f"move:{scene.incident.incident_id}:{note.n}"
        field = Field(name="number", caption=_("To which problem? Its number, or one of the open ones"), hint="#214")
        title = _("Move “{words}” to another problem?").format(words=scene.note_words(note))
        save = partial(self._by_number, scene, note, draft)
        editor = self._forms.show(at, title, (field,), save, save_words=_("Move"), width=420, draft=draft)
        offer = partial(self._offer, scene, note, draft, editor)
        self._around.bridge.try_ask(board_rows, offer, _nothing_offered, self, "move to")

    def _offer(
        self, scene: Scene, note: Note, draft: str, editor: FieldEditor, rows: tuple[BoardRow, ...]
    ) -> None:  # fmt: skip
        others = [row for row in rows if row.incident_id != scene.incident.incident_id]
        others.sort(key=lambda row: row.clock_at(scene.now).by)
        if isValid(editor):
            for row in others[:_MOST]:
                go = partial(self._move, scene, note, draft, row.incident_id, editor)
                editor.offer(_words(row), f"move_to_{row.number}", go)

    def _by_number(self, scene: Scene, note: Note, draft: str, texts: Texts, editor: FieldEditor) -> None:
        said = texts["number"].strip().removeprefix("#")
        if not (said.isascii() and said.isdigit() and len(said) < 10):
            editor.say(Refused(_("Write the number of the problem, such as 214.")))
            return

        def found(incident_id: IncidentId | None) -> None:
            if incident_id is None:
                editor.say(Refused(_("There is no problem #{number} here.").format(number=said)))
            else:
                self._move(scene, note, draft, incident_id, editor)

        self._around.bridge.try_ask(incident_numbered, found, editor.say, editor, "number", int(said))

    def _move(self, scene: Scene, note: Note, draft: str, to: IncidentId, editor: FieldEditor) -> None:
        here = scene.incident.incident_id
        act = self._once.setdefault((here, note.n), OneAct()).id_for((to, scene.incident.last_seq))
        make = partial(MoveNote, incident_id=here, note=note.n, to=to, entry_id=EntryId(new_id()))
        self._forms.send_anywhere(make, editor, partial(self._moved, here, note.n, to, draft), act)

    def _moved(self, here: IncidentId, n: int, to: IncidentId, draft: str, outcome: Outcome) -> None:
        self._forms.forget_draft(draft)
        there, number = outcome.answer.get("entry"), outcome.answer.get("incident")
        if isinstance(there, int) and not outcome.was_done_before:
            acts = self._forms.acts
            back = partial(TakeMoveBack, incident_id=here, note=n, to=to, there=there)
            acts.toast.emit(_("Moved to #{number}.").format(number=number), acts.undo_with(back))


def _nothing_offered(_why: KnownError) -> None:
    """Leave it at the number: the store says why when the note is to be moved."""


def _words(row: BoardRow) -> str:
    """Return how a problem is offered: "Table 3, Walk-in: We were told this table…"."""
    named = ", ".join(part for part in (row.place, row.guest) if part) or f"#{row.number}"
    said = " ".join(row.said.split())
    return f"{named}: {said if len(said) <= 40 else said[:39] + '…'}"
