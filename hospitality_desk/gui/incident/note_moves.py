"""Moves a note to the problem it belongs to: the open ones are offered, any other is named by its number."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.timeline import MoveNote, TakeMoveBack
from hospitality_desk.desk.desk import Outcome
from hospitality_desk.domain.ids import EntryId, IncidentId, new_id
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.field_editor import Field, FieldEditor
from hospitality_desk.gui.incident.form_opener import FormOpener, Texts
from hospitality_desk.gui.incident.menus import SEPARATOR, Choice, open_menu
from hospitality_desk.gui.incident.one_act import OneAct
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.queries.incidents import BoardRow, board_rows, incident_numbered
from hospitality_desk.words import _

_MOST = 12
"""Problems in the menu; the others are named by their number."""


class NoteMoves(QObject):
    """Asks where to, does it, and offers the way back."""

    def __init__(self, around: Around, page: QWidget, forms: FormOpener) -> None:
        super().__init__(page)
        self._around, self._page, self._forms = around, page, forms
        self._once: dict[tuple[IncidentId, int], OneAct] = {}

    def ask(self, scene: Scene, note: Note, at: QRect) -> None:
        """Ask for the problem, beside `at` in the window."""
        self._around.bridge.ask(board_rows, partial(self._offer, scene, note, at), self, "move to")

    def _offer(self, scene: Scene, note: Note, at: QRect, rows: tuple[BoardRow, ...]) -> None:
        here = scene.incident.incident_id
        others = [row for row in rows if row.incident_id != here][:_MOST]
        choices = [Choice(_words(row), partial(self._move, scene, note, row.incident_id)) for row in others]
        if choices:
            choices.append(SEPARATOR)
        choices.append(Choice(_("Another one, by its number…"), partial(self._ask_number, scene, note, at)))
        place = self._page.window().mapToGlobal(QPoint(at.left(), at.bottom() + 2))
        open_menu(self._page, "move_menu", choices, place)

    def _ask_number(self, scene: Scene, note: Note, at: QRect) -> None:
        field = Field(name="number", caption=_("The number of the problem it belongs to"), hint="#214")

        def save(texts: Texts, editor: FieldEditor) -> None:
            said = texts["number"].strip().removeprefix("#")
            if not (said.isascii() and said.isdigit() and len(said) < 10):
                editor.say(Refused(_("Write the number of the problem, such as 214.")))
                return

            def found(incident_id: IncidentId | None) -> None:
                if incident_id is None:
                    editor.say(Refused(_("There is no problem #{number} here.").format(number=said)))
                    return
                self._forms.forget_draft(draft)
                self._move(scene, note, incident_id, editor)

            self._around.bridge.try_ask(incident_numbered, found, editor.say, editor, "number", int(said))

        draft = f"move:{scene.incident.incident_id}:{note.n}"
        title = _("Move “{words}” to another problem?").format(words=scene.note_words(note))
        self._forms.show(at, title, (field,), save, save_words=_("Move"), draft=draft)

    def _move(self, scene: Scene, note: Note, to: IncidentId, editor: FieldEditor | None = None) -> None:
        here = scene.incident.incident_id
        act = self._once.setdefault((here, note.n), OneAct()).id_for((to, scene.incident.last_seq))
        make = partial(MoveNote, incident_id=here, note=note.n, to=to, entry_id=EntryId(new_id()))
        self._forms.send_anywhere(make, editor, partial(self._moved, here, note.n, to), act)

    def _moved(self, here: IncidentId, n: int, to: IncidentId, outcome: Outcome) -> None:
        there, number = outcome.answer.get("entry"), outcome.answer.get("incident")
        if isinstance(there, int):
            acts = self._forms.acts
            back = partial(TakeMoveBack, incident_id=here, note=n, to=to, there=there)
            acts.toast.emit(_("Moved to #{number}.").format(number=number), acts.undo_with(back))


def _words(row: BoardRow) -> str:
    """Return how a problem is named in the menu: "Table 3, Walk-in: We were told this table…"."""
    named = ", ".join(part for part in (row.place, row.guest) if part) or f"#{row.number}"
    said = " ".join(row.said.split())
    return f"{named}: {said if len(said) <= 36 else said[:35] + '…'}"
