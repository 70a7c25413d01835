"""The forms of a note: when it happened, kept back, corrected, withdrawn."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.timeline import CorrectNote, KeepBack, RestoreNote, WithdrawNote
from hospitality_desk.domain.entries import EntryKind, GuestKnows
from hospitality_desk.domain.kind_guess import typed_amount
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.field_editor import Field, FieldEditor, FieldSort
from hospitality_desk.gui.incident.form_opener import FormOpener, Texts
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.one_act import OneAct
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _, ngettext


class NoteForms:
    """Each opens beside `at`, a rectangle of the window."""

    def __init__(self, around: Around, opener: FormOpener, page: QWidget) -> None:
        self._around, self._opener, self._page = around, opener, page

    def note_happened(self, happened: datetime | None, at: QRect, then: Callable[[datetime | None], None]) -> None:
        """Ask when what is being written down happened; nothing is sent yet."""
        zone = self._around.bridge.house.zone
        value = "" if happened is None else time_words(happened, zone)
        field = Field(name="time", caption=_("Empty means now"), sort=FieldSort.TIME, value=value)

        def save(texts: Texts, editor: FieldEditor) -> None:
            try:
                moment = self._opener.time(texts["time"], last=True)
            except KnownError as error:
                editor.say(error)
                return
            editor.close_over()
            then(moment)

        self._opener.show(at, _("When did it happen?"), (field,), save, width=260)

    def withdraw_note(self, scene: Scene, note: Note, at: QRect) -> None:
        """Take a note back."""
        incident_id = scene.incident.incident_id
        self._opener.reason(
            at, _("Withdraw “{words}”?").format(words=scene.note_words(note)), _("Wrong problem"), _("Withdraw"),
            lambda reason: partial(WithdrawNote, incident_id=incident_id, note=note.n, reason=reason),
            draft=f"withdraw:{incident_id}:{note.n}", done=_("Note withdrawn."),
            undo=partial(RestoreNote, incident_id=incident_id, note=note.n),
        )  # fmt: skip

    def keep_back(self, scene: Scene, notes: tuple[Note, ...], at: QRect) -> None:
        """Keep things back from the guest, with a reason and perhaps a time to look again."""
        fields = (
            Field(name="reason", caption=_("Why is the guest not told?"), hint=_("Not certain yet")),
            Field(name="again", caption=_("Look again at, if it will be time then"), sort=FieldSort.TIME),
        )
        title = ngettext("Keep {n} thing back?", "Keep {n} things back?", len(notes)).format(n=len(notes))
        waiting = [note.n for note in notes]
        acts = {note.n: OneAct() for note in notes}
        draft = f"keep back:{scene.incident.incident_id}:{','.join(str(n) for n in waiting)}"

        def save(texts: Texts, editor: FieldEditor) -> None:
            try:
                again = self._opener.time(texts["again"], last=False)
            except KnownError as error:
                editor.say(error)
                return
            make = partial(
                KeepBack, incident_id=scene.incident.incident_id, reason=texts["reason"], look_again=again
            )  # fmt: skip

            def keep_next() -> None:
                if not waiting:
                    self._opener.forget_draft(draft)
                    if isValid(editor):
                        editor.close_over()
                    self._say_kept_back(scene, notes)
                    return
                n = waiting[0]

                def kept() -> None:
                    waiting.remove(n)
                    keep_next()

                self._opener.send(partial(make, note=n), editor, kept, acts[n].id_for(texts))

            keep_next()

        if len(notes) == 1:
            title = _("Keep back “{what}”?").format(what=_short(notes[0].text))
        self._opener.show(at, title, fields, save, save_words=_("Keep back"), draft=draft)

    def _say_kept_back(self, scene: Scene, notes: tuple[Note, ...]) -> None:
        """Say it, with the way back: they are untold again."""
        incident_id, acts = scene.incident.incident_id, self._opener.acts
        untold = partial(CorrectNote, incident_id=incident_id, guest_knows=GuestKnows.UNTOLD)
        backs = [acts.undo_with(partial(untold, note=note.n)) for note in notes]

        def undo() -> None:
            for back in backs:
                back()

        words = ngettext("{n} thing kept back.", "{n} things kept back.", len(notes))
        acts.toast.emit(words.format(n=len(notes)), undo)

    def correct(self, scene: Scene, note: Note, at: QRect) -> None:
        """Mend a note's words, its time, and a Cost's sum; the earlier wording stays visible."""
        happened = scene.time(note.happened_at) if note.happened_at is not None else ""
        before = {"text": note.text, "time": happened, "amount": _plain_amount(note, scene)}
        fields = [
            Field(name="text", caption="", sort=FieldSort.WORDS, value=note.text),
            Field(name="time", caption=_("Happened at"), sort=FieldSort.TIME, value=happened),
        ]
        if note.kind == EntryKind.COST:
            fields.append(Field(name="amount", caption=_("Comes to"), value=before["amount"]))

        def make(texts: Texts) -> Callable[..., Command]:
            new_time = self._opener.time(texts["time"], last=True) if texts["time"].strip() != before["time"] else None
            amount = None
            if texts.get("amount", "").strip() != before["amount"] and "amount" in texts:
                amount = typed_amount(texts["amount"], scene.currency)
                if amount is None:
                    raise Refused(_("That sum cannot be read. Write it like 64 or 64.50."))
            return partial(
                CorrectNote,
                incident_id=scene.incident.incident_id,
                note=note.n,
                text=texts["text"] if texts["text"] != before["text"] else None,
                happened_at=new_time,
                amount=amount,
            )

        title = _("Correct “{words}”").format(words=scene.note_words(note))
        draft = f"correct:{scene.incident.incident_id}:{note.n}"
        self._opener.open(at, title, tuple(fields), make, save=_("Correct"), width=420, draft=draft)

    def knows(self, scene: Scene, note: Note, knows: GuestKnows) -> None:
        """Say whether the guest knows of a note."""
        make = partial(CorrectNote, incident_id=scene.incident.incident_id, note=note.n, guest_knows=knows)
        self._opener.acts.do(make, owner=self._page)


def _plain_amount(note: Note, scene: Scene) -> str:
    if note.amount is None:
        return ""
    written = str(Money(minor=note.amount, currency=scene.currency))
    return "".join(char for char in written if char.isdigit() or char in ".,").strip(",.")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
