"""Opens the small forms of the page: one at a time, beside what they edit, each sending one command."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hospitality_desk.commands.base import Command
from hospitality_desk.domain.ids import CommandId
from hospitality_desk.domain.json_form import Json
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.acts import Acts
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.draft_keeper import DraftKeeper
from hospitality_desk.gui.incident.clock_field import read_clock_words
from hospitality_desk.gui.incident.field_editor import Field, FieldEditor
from hospitality_desk.words import _

if TYPE_CHECKING:
    from hospitality_desk.desk.desk import Outcome
    from hospitality_desk.station.station import Draft

Texts = dict[str, str]
Make = Callable[[Texts], Callable[..., Command]]
_FORM = "form"
"""The text of a form's draft; what its fields hold are the draft's choices."""
_WAS = "was "
"""Before the name of a field: what it held when the form opened. A draft of what changed since does not come back."""


class FormOpener:
    """A new form takes the place of the one before; a refusal is said in the form, and what was typed stays."""

    def __init__(self, around: Around, acts: Acts, page: QWidget) -> None:
        self._around, self.acts, self._page = around, acts, page
        self.editor: FieldEditor | None = None
        self._open_again: Callable[[FormOpener], None] | None = None
        self._keepers: dict[str, DraftKeeper] = {}

    def close(self) -> None:
        """Close the form that is open: another problem is shown."""
        if self.editor is not None:
            self.editor.close_over()

    def time(self, words: str, *, last: bool) -> datetime | None:
        """Return the time that was typed, None for none; raises WrongUse for words that are no time."""
        bridge = self._around.bridge
        return read_clock_words(words, bridge.now(), bridge.house.zone, last=last)

    def reason(
        self, at: QRect, title: str, hint: str, save: str, make: Callable[[str], Callable[..., Command]], *,
        draft: str, done: str = "", undo: Callable[..., Command] | None = None,
    ) -> None:  # fmt: skip
        """Ask why, in a word or two; with `done` a toast says it is done, and `undo` takes it back.

        What is typed is kept under the name `draft` until it is sent.
        """
        field = Field(name="reason", caption=_("Why, in a word or two"), hint=hint)
        self.open(
            at, title, (field,), lambda texts: make(texts["reason"]), save=save, done=done, undo=undo, draft=draft
        )

    def open(
        self, at: QRect, title: str, fields: tuple[Field, ...], make: Make, *,
        save: str | None = None, width: int = 340, done: str = "", undo: Callable[..., Command] | None = None,
        draft: str | None = None,
    ) -> None:  # fmt: skip
        """Open a form whose texts `make` turns into a command; `make` may raise a KnownError, said in the form.

        With `draft` what is typed is kept under that name until it is sent.
        """

        def finish(editor: FieldEditor) -> None:
            self.forget_draft(draft)
            if isValid(editor):
                editor.close_over()
            if done:
                self.acts.toast.emit(done, self.acts.undo_with(undo) if undo is not None else None)

        def on_save(texts: Texts, editor: FieldEditor) -> None:
            try:
                command = make(texts)
            except KnownError as error:
                editor.say(error)
                return
            self.send(command, editor, lambda: finish(editor), editor.act.id_for(texts))

        self.show(at, title, fields, on_save, save_words=save, width=width, draft=draft)
        self._open_again = lambda other: other.open(
            at, title, fields, make, save=save, width=width, done=done, undo=undo, draft=draft
        )

    def again(self) -> "Callable[[FormOpener], None] | None":
        """Return what opens the form that stands now on another page of the same problem, with what is typed in it.

        None where there is none, or only this page can use it.
        """
        editor, open_again = self.editor, self._open_again
        if editor is None or open_again is None:
            return None
        texts = editor.texts

        def again(other: FormOpener) -> None:
            open_again(other)
            if other.editor is not None:
                other.editor.put(texts)

        return again

    def send(
        self, command: Callable[..., Command], editor: FieldEditor, then: Callable[[], None], command_id: CommandId
    ) -> None:
        """Send a form's command; what comes of it is heard, and said, also when the form is closed by then."""
        self.send_anywhere(command, editor, lambda _outcome: then(), command_id, closes=False)

    def send_anywhere(
        self, command: Callable[..., Command], editor: FieldEditor | None, then: "Callable[[Outcome], None]",
        command_id: CommandId, *, closes: bool = True,
    ) -> None:  # fmt: skip
        """Send a command of a form, or of a menu that has none; `closes` closes the form once it is done."""

        def refused(error: KnownError) -> None:
            if editor is not None and isValid(editor):
                editor.say(error)
            else:
                self._around.bridge.said.emit(error.say)

        def done(outcome: "Outcome") -> None:
            if closes and editor is not None and isValid(editor):
                editor.close_over()
            then(outcome)

        if editor is not None and isValid(editor):
            editor.wait()
        self.acts.do(command, owner=self.acts, then=done, refused=refused, command_id=command_id)

    def show(
        self, at: QRect, title: str, fields: tuple[Field, ...], save: Callable[[Texts, FieldEditor], None], *,
        save_words: str | None = None, width: int = 340, draft: str | None = None,
    ) -> FieldEditor:  # fmt: skip
        """Open a form that does what `save` says, and return it."""
        self.close()
        self._open_again = None
        editor = FieldEditor(
            self._around, self._page.window(), title, fields, save, save_words=save_words, width=width
        )  # fmt: skip
        self.editor = editor

        def forget() -> None:
            if self.editor is editor:
                self.editor = None
            editor.deleteLater()

        editor.closed.connect(forget)
        self._page.destroyed.connect(editor.deleteLater)
        editor.open_at(at)
        if draft is not None:
            self._keep_draft(editor, draft)
        return editor

    def keep_drafts(self) -> None:
        """Write down what is typed and not kept yet."""
        for keeper in self._keepers.values():
            keeper.keep_now()

    def _keep_draft(self, editor: FieldEditor, name: str) -> None:
        keeper = self._keepers.setdefault(name, DraftKeeper(self._around.bridge, name, self._page))
        before = editor.texts

        was: dict[str, Json] = {f"{_WAS}{each}": words for each, words in before.items()}

        def keep() -> None:
            texts = editor.texts
            keeper.typed("" if texts == before else _FORM, {**texts, **was})

        def found(draft: "Draft | None") -> None:
            is_same = draft is not None and all(draft.choices.get(each, "") == words for each, words in was.items())
            if draft is not None and is_same and isValid(editor) and editor.isVisible() and editor.texts == before:
                editor.put(draft.choices)

        editor.edited.connect(keep)
        editor.closed.connect(keeper.keep_now)
        keeper.load(found)

    def forget_draft(self, name: str | None) -> None:
        """Forget what was kept under this name: it was sent, and done."""
        keeper = self._keepers.pop(name, None) if name is not None else None
        if keeper is not None:
            keeper.drop()
            keeper.deleteLater()
