"""Opens the small forms of the page: one at a time, beside what they edit, each sending one command."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from hospitality_desk.commands.base import Command
from hospitality_desk.errors import KnownError
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.acts import Acts
from hospitality_desk.gui.incident.clock_field import read_clock_words
from hospitality_desk.gui.incident.field_editor import Field, FieldEditor
from hospitality_desk.words import _

Texts = dict[str, str]
Make = Callable[[Texts], Callable[..., Command]]


class FormOpener:
    """A new form takes the place of the one before; a refusal is said in the form, and what was typed stays."""

    def __init__(self, around: Around, acts: Acts, page: QWidget) -> None:
        self._around, self.acts, self._page = around, acts, page
        self.editor: FieldEditor | None = None

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
        done: str = "", undo: Callable[..., Command] | None = None,
    ) -> None:  # fmt: skip
        """Ask why, in a word or two; with `done` a toast says it is done, and `undo` takes it back."""
        field = Field(name="reason", caption=_("Why, in a word or two"), hint=hint)
        self.open(at, title, (field,), lambda texts: make(texts["reason"]), save=save, done=done, undo=undo)

    def open(
        self, at: QRect, title: str, fields: tuple[Field, ...], make: Make, *,
        save: str | None = None, width: int = 340, done: str = "", undo: Callable[..., Command] | None = None,
    ) -> None:  # fmt: skip
        """Open a form whose texts `make` turns into a command; `make` may raise a KnownError, said in the form."""

        def finish(editor: FieldEditor) -> None:
            editor.close_over()
            if done:
                self.acts.toast.emit(done, self.acts.undo_with(undo) if undo is not None else None)

        def on_save(texts: Texts, editor: FieldEditor) -> None:
            try:
                command = make(texts)
            except KnownError as error:
                editor.say(error)
                return
            self.acts.do(command, owner=editor, then=lambda _outcome: finish(editor), refused=editor.say)

        self.show(at, title, fields, on_save, save_words=save, width=width)

    def show(
        self, at: QRect, title: str, fields: tuple[Field, ...], save: Callable[[Texts, FieldEditor], None], *,
        save_words: str | None = None, width: int = 340,
    ) -> None:  # fmt: skip
        """Open a form that does what `save` says."""
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
