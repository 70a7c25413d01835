"""Two ways to do the same: with the keyboard alone, and with the pointer (text is typed, as it must be)."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from tests.journeys.real_screen import NotSeen, RealWindow, until

FIELD = "note_field"
_TABS = 60
"""More stops than any screen has."""


class Way(ABC):
    """What a host does at the stand."""

    def __init__(self, window: RealWindow) -> None:
        self.window = window

    @abstractmethod
    def act_as(self, name: str) -> None:
        """Say who acts from now on."""

    @abstractmethod
    def log(self, line: str) -> None:
        """Log a line and open what came of it."""

    @abstractmethod
    def set_party(self, party: int) -> None:
        """Say how many they are."""

    @abstractmethod
    def set_severity(self, words: str) -> None:
        """Say how serious it is."""

    @abstractmethod
    def note(self, kind: str, text: str, *, ties: Sequence[str] = (), when: str = "", promise_by: str = "") -> None:
        """Add a note: kind as the chips' names have it, ties by the names of their chips."""

    @abstractmethod
    def tell(self, text: str, *, promise_by: str = "") -> None:
        """Tell the guest, with all they do not know yet ticked."""

    @abstractmethod
    def task(self, title: str, owner: str) -> None:
        """Add a task for somebody."""

    @abstractmethod
    def finish_task(self, title: str) -> None:
        """Say that a task is done."""

    @abstractmethod
    def judge_right(self, note: str) -> None:
        """Say that a Think turned out right."""

    @abstractmethod
    def settle(self, outcome: str, verdict: int, words: str) -> None:
        """Settle, with what the guest said aloud."""

    def _sent(self) -> None:
        """Wait until the composer is empty again."""
        until(lambda: self.window.ask("typed", name=FIELD) == "", "the note on its way")

    def _acts(self, name: str) -> None:
        until(lambda: self.window.ask("acting") == name, f"{name} at the stand")

    def _line_is_read(self) -> None:
        until(lambda: "place" in "".join(self._chip_names()), "the chips of the line")

    def _chip_names(self) -> list[str]:
        return [name for name in ("chip_place", "quick_log_place") if self.window.ask("part", name=name)]


class ByKeyboard(Way):
    """Nothing but keys."""

    def _focus(self) -> list[str]:
        found: list[str] = self.window.ask("focus")
        return found

    def _press(self, key: str) -> list[str]:
        """Press a key that moves the keyboard's place, and return where it is then."""
        before = self._focus()
        self.window.key(key)
        try:
            until(lambda: self._focus() != before, "another place", patience=2)
        except NotSeen:
            return before  # a key that moved nothing is no fault by itself
        return self._focus()

    def go_to(self, name: str, back: bool = False) -> None:
        """Go on with Tab until a control has the keyboard."""
        been = []
        for _stop in range(_TABS):
            here = self._focus()
            if here and here[0] == name:
                return
            been.append(here[0] if here else "")
            self._press("shift+Tab" if back else "Tab")
        raise NotSeen(f"{name} by Tab; on the way: {', '.join(dict.fromkeys(been))}")

    def pane(self, name: str) -> None:
        """Go on with F6 until a pane has the keyboard."""
        for _pane in range(6):
            if name in self._press("F6"):
                return
        raise NotSeen(f"the pane {name} by F6")

    def choose_line(self, contains: str) -> None:
        """Go down until the marked line of the menu or the list holds these words."""
        before = None
        for _line in range(40):
            here: str = self.window.ask("line")
            if contains in here:
                return
            self.window.key("Down")
            before = here
            try:
                until(lambda was=before: self.window.ask("line") != was, "another line", patience=3)
            except NotSeen:
                break
        raise NotSeen(f"the line {contains!r}; it ends at {before!r}")

    def _menu(self, contains: str) -> None:
        until(lambda: self.window.ask("menu"), "a menu")
        self.choose_line(contains)
        self.window.key("Return")
        until(lambda: not self.window.ask("menu"), "the menu gone")

    def leave_field(self) -> None:
        """Leave the field that is typed in: letters are keys then."""
        if self._focus()[:1] == [FIELD]:
            self._press("Escape")

    def act_as(self, name: str) -> None:
        if self.window.ask("acting") == name:
            return
        self.pane("rail")
        self.go_to("person_button")
        self.window.key("Return")
        self._menu(name)
        self._acts(name)

    def log(self, line: str) -> None:
        self.leave_field()
        self.window.key("ctrl+n")
        until(lambda: self._focus()[:1] == ["quick_log_line"], "the quick log")
        self.window.type(line, "quick_log_line")
        self.window.key("ctrl+Return")
        until(lambda: self._focus()[:1] == [FIELD], "the problem, ready for a note")

    def set_party(self, party: int) -> None:
        self.leave_field()
        self.pane("incident_page")
        self.go_to("header_guest")
        self.window.key("Return")
        until(lambda: "field_editor" in self._focus(), "the form of the guest")
        self.go_to("editor_party")
        self.window.key("ctrl+a")
        self.window.type(str(party), "editor_party")
        self.window.key("Return")
        until(lambda: "field_editor" not in self._focus(), "the form gone")

    def set_severity(self, words: str) -> None:
        self.leave_field()
        self.pane("incident_page")
        self.go_to("header_severity")
        self.window.key("Return")
        self._menu(words)

    def note(self, kind: str, text: str, *, ties: Sequence[str] = (), when: str = "", promise_by: str = "") -> None:
        self.window.key("ctrl+" + str(("saw", "heard", "think", "did", "told", "cost").index(kind) + 1))
        until(lambda: self._focus()[:1] == [FIELD] and self.window.ask("checked", name=f"kind_{kind}"), f"{kind}")
        self._finish(text, ties, when, promise_by)

    def tell(self, text: str, *, promise_by: str = "") -> None:
        self.leave_field()
        self.window.key("t")
        until(lambda: self._focus()[:1] == [FIELD] and self.window.ask("checked", name="kind_told"), "Told guest")
        self._finish(text, (), "", promise_by)

    def _finish(self, text: str, ties: Sequence[str], when: str, promise_by: str) -> None:
        self.window.type(text, FIELD)
        for tie in ties:
            self.go_to(tie)
            if not self.window.ask("checked", name=tie):
                self.window.key("space")
                until(lambda tie=tie: self.window.ask("checked", name=tie), tie)
        if when:
            self.go_to("note_when")
            self.window.key("Return")
            until(lambda: self._focus()[:1] == ["editor_time"], "the form of the time")
            self.window.type(when, "editor_time")
            self.window.key("Return")
            until(lambda: "field_editor" not in self._focus(), "the form gone")
        if promise_by:
            self.go_to("promise_by")
            self.window.type(promise_by, "promise_by")
        if self._focus()[:1] not in ([FIELD], ["promise_by"]):
            self.go_to("add_note")
        self.window.key("Return")
        self._sent()

    def task(self, title: str, owner: str) -> None:
        self.leave_field()
        self.pane("incident_page")
        self.go_to("task_plus")
        self.window.key("Return")
        until(lambda: self._focus()[:1] == ["task_title"], "the form of the task")
        self.window.type(title, "task_title")
        self.go_to("task_owner")
        self.window.key(owner[0].lower())
        until(lambda: self.window.ask("typed", name="task_owner") == owner, f"{owner} chosen")
        self.go_to("task_add")
        self.window.key("Return")
        until(lambda: self.window.ask("typed", name="task_title") == "", "the task on its way")
        self._press("Escape")

    def finish_task(self, title: str) -> None:
        self.leave_field()
        self.pane("incident_page")
        self.go_to("tasks")
        self.window.key("Home")
        self.choose_line(title)
        self.window.key("d")
        until(lambda: f"{title}," in self.window.ask("line") and "done" in self.window.ask("line"), "the task done")

    def judge_right(self, note: str) -> None:
        self.leave_field()
        self.pane("incident_page")
        self.go_to("timeline")
        self.window.key("Home")
        self.choose_line(note)
        self.window.key("Return")
        self._menu("Turned out right")

    def settle(self, outcome: str, verdict: int, words: str) -> None:
        self.leave_field()
        self.window.key("s")
        until(lambda: "settle_panel" in self._focus(), "the settle sheet")
        self.go_to(f"outcome_{outcome}")
        self.window.key("space")
        until(lambda: self.window.ask("checked", name=f"outcome_{outcome}"), "how it ended")
        self.go_to("verdict_1")
        self.window.key(str(verdict))
        until(lambda: self.window.ask("checked", name=f"verdict_{verdict}"), "the verdict")
        self.go_to("verdict_words")
        self.window.type(words, "verdict_words")
        self.window.key("Return")
        until(lambda: "settle_panel" not in self._focus(), "the settle sheet gone")


class ByPointer(Way):
    """The pointer for everything; keys only put letters into the field that was clicked."""

    def _type(self, text: str, field: str) -> None:
        self.window.tap(field)
        until(lambda: self.window.ask("focus")[:1] == [field], f"the keyboard in {field}")
        self.window.type(text, field)

    def _menu(self, words: str) -> None:
        until(lambda: self.window.ask("menu"), "a menu")
        self.window.tap_words(words)
        until(lambda: not self.window.ask("menu"), "the menu gone")

    def _row_part(self, view: str, contains: str, part: str) -> None:
        place = until(
            lambda: self.window.ask("row_part", view=view, contains=contains, part=part), f"{contains!r} in {view}"
        )
        self.window.click(*place)

    def act_as(self, name: str) -> None:
        if self.window.ask("acting") == name:
            return
        self.window.tap("person_button")
        self._menu(name)
        self._acts(name)

    def log(self, line: str) -> None:
        self.window.tap("log_button")
        self._type(line, "quick_log_line")
        self.window.tap("quick_log_open")
        until(lambda: self.window.ask("part", name=FIELD), "the problem")

    def set_party(self, party: int) -> None:
        self.window.tap("header_guest")
        self._type(str(party), "editor_party")
        self.window.tap("editor_save")
        until(lambda: self.window.ask("part", name="editor_save") is None, "the form gone")

    def set_severity(self, words: str) -> None:
        self.window.tap("header_severity")
        self._menu(words)

    def note(self, kind: str, text: str, *, ties: Sequence[str] = (), when: str = "", promise_by: str = "") -> None:
        self.window.tap(f"kind_{kind}")
        until(lambda: self.window.ask("checked", name=f"kind_{kind}"), f"{kind} chosen")
        self._finish(text, ties, when, promise_by)

    def tell(self, text: str, *, promise_by: str = "") -> None:
        self.window.tap("told_guest")
        until(lambda: self.window.ask("checked", name="kind_told"), "Told guest")
        self._finish(text, (), "", promise_by)

    def _finish(self, text: str, ties: Sequence[str], when: str, promise_by: str) -> None:
        self._type(text, FIELD)
        for tie in ties:
            if not self.window.ask("checked", name=tie):
                self.window.tap(tie)
                until(lambda tie=tie: self.window.ask("checked", name=tie), tie)
        if when:
            self.window.tap("note_when")
            self._type(when, "editor_time")
            self.window.tap("editor_save")
            until(lambda: self.window.ask("part", name="editor_save") is None, "the form gone")
        if promise_by:
            self._type(promise_by, "promise_by")
        self.window.tap("add_note")
        self._sent()

    def task(self, title: str, owner: str) -> None:
        self.window.tap("task_plus")
        self._type(title, "task_title")
        self.window.tap("task_owner")
        until(lambda: self.window.ask("over"), "the names")
        self.window.tap_words(owner)
        until(lambda: not self.window.ask("over"), "the names gone")
        self.window.tap("task_add")
        until(lambda: self.window.ask("typed", name="task_title") == "", "the task on its way")

    def finish_task(self, title: str) -> None:
        self._row_part("tasks", title, "circle")

    def judge_right(self, note: str) -> None:
        self._scroll_to("timeline", note)
        self._row_part("timeline", note, "dots")
        self._menu("Turned out right")

    def _scroll_to(self, view: str, contains: str) -> None:
        """Turn the wheel up until a row is in sight."""
        for _turn in range(40):
            if self.window.ask("row_part", view=view, contains=contains, part="dots"):
                return
            self.window.wheel(view)
        raise NotSeen(f"{contains!r} by the wheel in {view}")

    def settle(self, outcome: str, verdict: int, words: str) -> None:
        self.window.tap("settle")
        self.window.tap(f"outcome_{outcome}")
        self.window.tap(f"verdict_{verdict}")
        self._type(words, "verdict_words")
        self.window.tap("settle_now")
        until(lambda: self.window.ask("part", name="settle_now") is None, "the settle sheet gone")
