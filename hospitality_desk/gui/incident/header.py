"""The top of a problem: where, who, in whose hands, the guest's own words, what was promised, and the guest clock."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hospitality_desk.domain.promises import Promise, PromiseState
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.icons import icon
from hospitality_desk.gui.incident.field_button import FieldButton
from hospitality_desk.gui.incident.header_clock import HeaderClock
from hospitality_desk.gui.incident.mark import Mark
from hospitality_desk.gui.incident.names import promise_name, severity_name
from hospitality_desk.gui.incident.quote_lines import QuoteLines
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.words_label import WordsLabel
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _, ngettext

HEIGHT = 134


class Header(QWidget):
    """Shows a problem's own fields; each is edited where it stands."""

    edit_asked = Signal(str, QRect)
    """A field's name ("place", "guest", "phone", "severity", "kind") and its place in the window."""
    have_it_asked = Signal()
    settle_asked = Signal()
    reopen_asked = Signal()
    menu_asked = Signal(QRect)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("incident_header")
        self._around = around
        self._make_parts()
        self._lay_out()
        for name, button in self._fields.items():
            button.clicked.connect(lambda _on=False, name=name: self._ask(name))
        self.settle.clicked.connect(self.settle_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.have_it.clicked.connect(self.have_it_asked)
        self.dots.clicked.connect(lambda: self.menu_asked.emit(self._in_window(self.dots)))

    def _make_parts(self) -> None:
        around, theme = self._around, self._around.theme
        field = {
            "place": (Role.TITLE, theme.text),
            "guest": (Role.ROW_GUEST, theme.text2),
            "phone": (Role.CAPTION, theme.text3),
            "kind": (Role.SMALL, theme.text2),
            "severity": (Role.SMALL, theme.text2),
        }
        self._fields = {
            name: FieldButton(around, role, color, f"header_{name}", self) for name, (role, color) in field.items()
        }
        self._fields["place"].never_cut()
        for name in ("kind", "severity"):
            self._fields[name].never_cut()
        self.owner = ElidedLabel("header_owner", around.font(Role.CAPTION), theme.text2)
        self.owner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.have_it = Button(_("I have it"), ButtonKind.NEXT, "have_it", self)
        self.settle = Button(_("Settle…"), ButtonKind.QUIET, "settle", self)
        self.reopen = Button(_("Open again…"), ButtonKind.QUIET, "reopen", self)
        for button in (self.settle, self.reopen):
            button.setFont(around.font(Role.BODY_MEDIUM))
            button.setStyleSheet(f"padding: 0 {self._px(9)}px;")
        self.dots = QToolButton(self)
        self.dots.setObjectName("header_dots")
        self.dots.setIcon(icon("dots-horizontal", theme.text2))
        self.dots.setAccessibleName(_("More for this problem"))
        self.dots.setToolTip(_("More for this problem"))
        self.dots.setAutoRaise(True)
        self.dots.setFixedSize(self._px(40), self._px(42))
        self.dots.setStyleSheet(
            f"QToolButton {{ border: none; border-radius: 7px; }} QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {theme.accent}; }}"
        )
        self.quote = QuoteLines(around, self)
        self.promise = ElidedLabel("header_promise", around.font(Role.SMALL), theme.text)
        self.flag = Mark(around, "flag-outline", theme.text2, "promise_flag")
        self.promise_word = WordsLabel(around, Role.SMALL_BOLD, theme.text, "header_promise_word")
        self.promise_word.show_words(_("Promise:"))
        self._guesses = {
            name: WordsLabel(around, Role.CAPTION, theme.text3, f"guess_{name}") for name in ("kind", "severity")
        }
        for guess in self._guesses.values():
            guess.show_words(_("our guess"))
        self.number = WordsLabel(around, Role.SMALL, theme.text3, "header_number")
        self.clock = HeaderClock(around, self)

    def _lay_out(self) -> None:
        px = self._px
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(16), px(8), px(14), 0)
        whole.setSpacing(px(14))
        left = QVBoxLayout()
        left.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(px(2))
        first.addWidget(self._fields["place"])
        first.addWidget(self._fields["guest"])
        first.addWidget(self._fields["phone"])
        first.addStretch(1)
        first.addWidget(self.owner)
        first.addSpacing(px(6))
        for button in (self.have_it, self.settle, self.reopen, self.dots):
            first.addWidget(button)
        third = QHBoxLayout()
        third.setSpacing(px(4))
        third.setContentsMargins(px(6), 0, 0, 0)
        third.addWidget(self.flag)
        third.addSpacing(px(2))
        third.addWidget(self.promise_word)
        third.addWidget(self.promise, 1)
        third.addWidget(self._guesses["kind"])
        third.addWidget(self._fields["kind"])
        third.addWidget(self._guesses["severity"])
        third.addWidget(self._fields["severity"])
        third.addWidget(self.number)
        left.addLayout(first)
        left.addWidget(self.quote)
        left.addStretch(1)
        left.addLayout(third)
        whole.addLayout(left, 1)
        whole.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(px(HEIGHT))

    def show_scene(self, scene: Scene) -> None:
        """Show the problem as it stands."""
        self._show_owner(scene)
        self._show_guesses(scene)
        self._show_promise(scene)
        own = scene.incident.own_words
        self.quote.show_words(own or scene.incident.gist, own_words=own is not None)
        self.number.show_words(f"#{scene.incident.number}")
        self.clock.show_scene(scene)
        self.settle.setVisible(scene.is_open)
        self.reopen.setVisible(not scene.is_open)
        self._show_who(scene)

    def _show_who(self, scene: Scene) -> None:
        incident = scene.incident
        place = incident.place or _("Place not known")
        self._fields["place"].show_value(place, spoken=_("Place: {place}").format(place=place))
        guest = incident.guest or _("Guest not named")
        if incident.party_size is not None:
            party = ngettext("party of {n}", "party of {n}", incident.party_size).format(n=incident.party_size)
            guest = f"{guest}, {party}"
        phone = scene.phone
        self._fields["phone"].show_value(
            phone, spoken=_("Phone: {phone}").format(phone=phone), icon="phone-outline"
        )  # fmt: skip

        spoken = _("Guest: {guest}").format(guest=guest)
        if phone:
            spoken = _("{guest}. Phone: {phone}").format(guest=spoken, phone=phone)
        self._fields["guest"].show_value(guest, spoken=spoken)
        self._fit_phone()

    def _show_owner(self, scene: Scene) -> None:
        incident = scene.incident
        owner = scene.name(incident.owner) if incident.owner is not None else ""
        words = _("{name} has it").format(name=owner) if owner else _("Nobody has it")
        offered = incident.offered_to
        if offered is not None:
            words = _("{owner}, offered to {name}").format(owner=words, name=scene.name(offered))
        self.owner.setText(words)
        self.owner.setMinimumWidth(min(self.owner.sizeHint().width(), self._px(110)))
        self.have_it.setVisible(scene.is_open and offered is not None and offered == scene.acting)

    def _show_guesses(self, scene: Scene) -> None:
        incident = scene.incident
        kind, severity = _(incident.kind), severity_name(incident.severity)
        guessed = _("{words}, our guess")
        self._fields["kind"].show_value(
            kind,
            spoken=_("Kind: {kind}").format(kind=kind if incident.kind_sure else guessed.format(words=kind)),
            guess=not incident.kind_sure,
        )
        said = severity if incident.severity_sure else guessed.format(words=severity)
        self._fields["severity"].show_value(
            severity,
            spoken=_("Severity: {severity}").format(severity=said),
            bars=incident.severity,
            guess=not incident.severity_sure,
        )
        self._fields["severity"].setVisible(scene.is_problem)
        self._guesses["kind"].setVisible(not incident.kind_sure)
        only_severity = incident.kind_sure and not incident.severity_sure and scene.is_problem
        self._guesses["severity"].setVisible(only_severity)

    def _show_promise(self, scene: Scene) -> None:
        promises = scene.incident.promises
        shown = promise_to_show(promises)
        for part in (self.flag, self.promise_word):
            part.setVisible(shown is not None)
        if shown is None:
            self.promise.setText("")
            return
        self.promise.setText(promise_words(shown, scene))
        every = "\n".join(promise_words(each, scene) for each in promises)
        self.promise.setAccessibleName(_("Promise: {words}").format(words=promise_words(shown, scene)))
        self.promise.setAccessibleDescription(every if len(promises) > 1 else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the phone where there is room for it; the guest's form has it always."""
        super().resizeEvent(event)
        self._fit_phone()

    def _fit_phone(self) -> None:
        """Hide the phone before the guest's name would be cut."""
        phone = self._fields["phone"]
        others = [self._fields["place"], self._fields["guest"], self.owner]
        others += [each for each in (self.have_it, self.settle, self.reopen) if not each.isHidden()]
        taken = sum(each.sizeHint().width() for each in others) + self.dots.width() + self._px(30)
        room = self.width() - self._px(44) - (0 if self.clock.isHidden() else self.clock.sizeHint().width())
        phone.setVisible(bool(phone.text()) and taken + phone.sizeHint().width() <= room)

    def _ask(self, name: str) -> None:
        self.edit_asked.emit(name, self._in_window(self._fields[name]))

    def _in_window(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.window(), widget.rect().topLeft()), widget.size())

    def _px(self, at_100: int) -> int:
        return round(at_100 * self._around.percent / 100)


def promise_to_show(promises: tuple[Promise, ...]) -> Promise | None:
    """Return the promise that asks for something: of a thing first, then of word, else the last one decided."""
    things = [each for each in promises if each.drives_clock]
    asking = things or [each for each in promises if not each.is_of_a_thing and each.decided is None]
    if asking:
        return min(asking, key=lambda each: each.by)
    return promises[-1] if promises else None


def promise_words(promise: Promise, scene: Scene) -> str:
    """Return what was promised, by when, and how it stands when that is decided."""
    by = scene.when(promise.by)
    what = " ".join((promise.what or _("a word from us")).split())
    what = what[:1].lower() + what[1:]
    words = what if by in what else _("{what}, by {time}").format(what=what, time=by)
    state = promise.state(scene.now)
    return words if state == PromiseState.OPEN else f"{words}, {promise_name(state)}"
