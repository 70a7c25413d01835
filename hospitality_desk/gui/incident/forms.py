"""The small forms of this page: each asks for a reason, a time or new words, and sends one command."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.incidents import (
    ChangeIncident,
    LeaveInPeace,
    ReopenIncident,
    RestoreIncident,
    WithdrawIncident,
)
from hospitality_desk.commands.timeline import CorrectNote, KeepBack, RestoreNote, WithdrawNote
from hospitality_desk.domain.entries import EntryKind, GuestKnows
from hospitality_desk.domain.kind_guess import typed_amount
from hospitality_desk.domain.money import Money
from hospitality_desk.domain.timeline import Note
from hospitality_desk.errors import KnownError, Refused
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.acts import Acts
from hospitality_desk.gui.incident.clock_field import read_clock_words
from hospitality_desk.gui.incident.field_editor import Field, FieldEditor, FieldSort
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.moments import time_words
from hospitality_desk.words import _, ngettext

Texts = dict[str, str]


class Forms:
    """Opens forms beside what they edit. One at a time: a new one takes the place of the one before."""

    def __init__(self, around: Around, acts: Acts, page: QWidget) -> None:
        self._around, self._acts, self._page = around, acts, page
        self.editor: FieldEditor | None = None

    def close(self) -> None:
        """Close the form that is open: another problem is shown."""
        if self.editor is not None:
            self.editor.close_over()

    def change_place(self, scene: Scene, at: QRect) -> None:
        """Mend where it is."""
        field = Field(name="place", caption="", value=scene.incident.place or "", hint=_("Table 12"))
        self._change(scene, at, _("Where is it?"), (field,), lambda texts: {"place": texts["place"]})

    def change_guest(self, scene: Scene, at: QRect) -> None:
        """Mend who it is: name, party and phone."""
        incident = scene.incident
        fields = (
            Field(name="guest", caption=_("Guest"), value=incident.guest or "", hint=_("Ms Rivera")),
            Field(name="party", caption=_("Party of"), value=str(incident.party_size or "")),
            Field(name="phone", caption=_("Phone"), value=incident.phone or ""),
        )

        def read(texts: Texts) -> dict[str, object]:
            party = texts["party"].strip()
            if party and not (party.isascii() and party.isdigit() and len(party) < 5):
                raise Refused(_("Write the party as a number, such as 4."))
            found: dict[str, object] = {"guest": texts["guest"], "phone": texts["phone"]}
            if party:
                found["party_size"] = int(party)
            return found

        self._change(scene, at, _("Who is it?"), fields, read)

    def change_happened(self, scene: Scene, at: QRect) -> None:
        """Mend when it happened."""
        happened = scene.incident.happened_at
        value = scene.time(happened) if happened is not None else ""
        field = Field(name="time", caption="", sort=FieldSort.TIME, value=value)

        def read(texts: Texts) -> dict[str, object]:
            return {"happened_at": self._time(texts["time"], last=True)}

        self._change(scene, at, _("When did it happen?"), (field,), read)

    def _change(
        self, scene: Scene, at: QRect, title: str, fields: tuple[Field, ...],
        read: Callable[[Texts], dict[str, object]],
    ) -> None:  # fmt: skip
        def make(texts: Texts) -> Callable[..., Command]:
            # mypy cannot see which field a form names; the tests of the forms do
            return partial(ChangeIncident, incident_id=scene.incident.incident_id, **read(texts))  # type: ignore[arg-type]

        self._open(at, title, fields, make, width=300)

    def note_happened(self, happened: datetime | None, at: QRect, then: Callable[[datetime | None], None]) -> None:
        """Ask when what is being written down happened; nothing is sent yet."""
        zone = self._around.bridge.house.zone
        value = "" if happened is None else time_words(happened, zone)
        field = Field(name="time", caption=_("Empty means now"), sort=FieldSort.TIME, value=value)

        def save(texts: Texts, editor: FieldEditor) -> None:
            try:
                moment = self._time(texts["time"], last=True)
            except KnownError as error:
                editor.say(error)
                return
            editor.close_over()
            then(moment)

        self._show(at, _("When did it happen?"), (field,), save, width=260)

    def leave_in_peace(self, scene: Scene, at: QRect) -> None:
        """Let the guest rest until a time."""
        fields = (
            Field(name="until", caption=_("Until"), sort=FieldSort.TIME),
            Field(name="reason", caption=_("Why"), hint=_("Wants to finish the toasts")),
        )

        def make(texts: Texts) -> Callable[..., Command]:
            until = self._time(texts["until"], last=False)
            if until is None:
                raise Refused(_("Say until when, such as 13:30."))
            return partial(
                LeaveInPeace, incident_id=scene.incident.incident_id, until=until, reason=texts["reason"]
            )  # fmt: skip

        self._open(at, _("Leave the guest in peace?"), fields, make, save=_("Leave in peace"))

    def withdraw_incident(self, scene: Scene, at: QRect) -> None:
        """Take the whole problem back."""
        incident_id = scene.incident.incident_id
        self._reason(
            at, _("Withdraw {place}?").format(place=scene.place_words), _("Logged twice"), _("Withdraw"),
            lambda reason: partial(WithdrawIncident, incident_id=incident_id, reason=reason),
            done=_("{place} withdrawn.").format(place=scene.place_words),
            undo=partial(RestoreIncident, incident_id=incident_id),
        )  # fmt: skip

    def reopen(self, scene: Scene, at: QRect) -> None:
        """Open a settled problem again."""
        incident_id = scene.incident.incident_id
        self._reason(
            at, _("Open {place} again?").format(place=scene.place_words), _("The driver never came"), _("Open again"),
            lambda reason: partial(ReopenIncident, incident_id=incident_id, reason=reason),
        )  # fmt: skip

    def withdraw_note(self, scene: Scene, note: Note, at: QRect) -> None:
        """Take a note back."""
        incident_id = scene.incident.incident_id
        self._reason(
            at, _("Withdraw “{words}”?").format(words=scene.note_words(note)), _("Wrong problem"), _("Withdraw"),
            lambda reason: partial(WithdrawNote, incident_id=incident_id, note=note.n, reason=reason),
            done=_("Note withdrawn."),
            undo=partial(RestoreNote, incident_id=incident_id, note=note.n),
        )  # fmt: skip

    def _reason(
        self, at: QRect, title: str, hint: str, save: str, make: Callable[[str], Callable[..., Command]], *,
        done: str = "", undo: Callable[..., Command] | None = None,
    ) -> None:  # fmt: skip
        field = Field(name="reason", caption=_("Why, in a word or two"), hint=hint)
        self._open(at, title, (field,), lambda texts: make(texts["reason"]), save=save, done=done, undo=undo)

    def keep_back(self, scene: Scene, notes: tuple[Note, ...], at: QRect) -> None:
        """Keep things back from the guest, with a reason and perhaps a time to look again."""
        fields = (
            Field(name="reason", caption=_("Why is the guest not told?"), hint=_("Not certain yet")),
            Field(name="again", caption=_("Look again at, if it will be time then"), sort=FieldSort.TIME),
        )
        title = ngettext("Keep {n} thing back?", "Keep {n} things back?", len(notes)).format(n=len(notes))
        what = notes[0].text if len(notes) == 1 else title
        waiting = [note.n for note in notes]

        def save(texts: Texts, editor: FieldEditor) -> None:
            try:
                again = self._time(texts["again"], last=False)
            except KnownError as error:
                editor.say(error)
                return
            make = partial(
                KeepBack, incident_id=scene.incident.incident_id, reason=texts["reason"], look_again=again
            )  # fmt: skip

            def then(_outcome: object = None) -> None:
                if not waiting:
                    editor.close_over()
                    return
                n = waiting[0]

                def kept(_outcome: object) -> None:
                    waiting.remove(n)
                    then()

                self._acts.do(partial(make, note=n), owner=editor, then=kept, refused=editor.say)

            then()

        self._show(at, title if len(notes) > 1 else _("Keep back “{what}”?").format(what=_short(what)), fields, save,
                   save_words=_("Keep back"))  # fmt: skip

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
            new_time = self._time(texts["time"], last=True) if texts["time"].strip() != before["time"] else None
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
        self._open(at, title, tuple(fields), make, save=_("Correct"), width=420)

    def knows(self, scene: Scene, note: Note, knows: GuestKnows) -> None:
        """Say whether the guest knows of a note."""
        make = partial(CorrectNote, incident_id=scene.incident.incident_id, note=note.n, guest_knows=knows)
        self._acts.do(make, owner=self._page)

    def _time(self, words: str, *, last: bool) -> datetime | None:
        bridge = self._around.bridge
        return read_clock_words(words, bridge.now(), bridge.house.zone, last=last)

    def _open(
        self, at: QRect, title: str, fields: tuple[Field, ...], make: Callable[[Texts], Callable[..., Command]], *,
        save: str | None = None, width: int = 340, done: str = "", undo: Callable[..., Command] | None = None,
    ) -> None:  # fmt: skip
        def finish(editor: FieldEditor) -> None:
            editor.close_over()
            if done:
                self._acts.toast.emit(done, self._acts.undo_with(undo) if undo is not None else None)

        def on_save(texts: Texts, editor: FieldEditor) -> None:
            try:
                command = make(texts)
            except KnownError as error:
                editor.say(error)
                return
            self._acts.do(command, owner=editor, then=lambda _outcome: finish(editor), refused=editor.say)

        self._show(at, title, fields, on_save, save_words=save, width=width)

    def _show(
        self, at: QRect, title: str, fields: tuple[Field, ...], save: Callable[[Texts, FieldEditor], None], *,
        save_words: str | None = None, width: int = 340,
    ) -> None:  # fmt: skip
        self.close()
        editor = FieldEditor(
            self._around, self._page.window(), title, fields, save, save_words=save_words, width=width
        )  # fmt: skip
        self.editor = editor

        def forget() -> None:
            if self.editor is editor:
                self.editor = None
            editor.deleteLater()

        editor.closed.connect(forget)
        editor.open_at(at)


def _plain_amount(note: Note, scene: Scene) -> str:
    if note.amount is None:
        return ""
    written = str(Money(minor=note.amount, currency=scene.currency))
    return "".join(char for char in written if char.isdigit() or char in ".,").strip(",.")


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
