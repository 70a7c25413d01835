"""The top of a problem: where, who, in whose hands, the guest's own words, what was promised, and the guest clock."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hospitality_desk.gui.around import Around
from hospitality_desk.gui.incident.header_parts import HeaderParts
from hospitality_desk.gui.incident.names import severity_name
from hospitality_desk.gui.incident.promise_words import promise_to_show, promise_words
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.plain_tip import plain_tip
from hospitality_desk.words import _, ngettext

_NARROW = 740
"""Pixels at 100 %: below it the third line becomes two."""
_LEAST_KIND = 64


class Header(HeaderParts):
    """Shows a problem's own fields; each is edited where it stands."""

    edit_asked = Signal(str, QRect)
    """A field's name (place, guest, phone, severity, kind, owner, promise) and its place in the window."""
    have_it_asked = Signal()
    settle_asked = Signal()
    reopen_asked = Signal()
    back_asked = Signal()
    menu_asked = Signal(QRect)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        for name, button in self.fields.items():
            button.clicked.connect(lambda _on=False, name=name: self._ask(name))
        self.settle.clicked.connect(self.settle_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.have_it.clicked.connect(self.have_it_asked)
        self.back.clicked.connect(self.back_asked)
        self.dots.clicked.connect(lambda: self.menu_asked.emit(self._in_window(self.dots)))

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
        self._fit()

    def _show_who(self, scene: Scene) -> None:
        incident = scene.incident
        place = incident.place or _("Place not known")
        self.fields["place"].show_value(place, spoken=_("Place: {place}").format(place=place))
        guest = incident.guest or _("Guest not named")
        if incident.party_size is not None:
            party = ngettext("party of {n}", "party of {n}", incident.party_size).format(n=incident.party_size)
            guest = f"{guest}, {party}"
        phone = scene.phone
        self.fields["phone"].show_value(
            phone, spoken=_("Phone: {phone}").format(phone=phone), icon="phone-outline"
        )  # fmt: skip

        spoken = _("Guest: {guest}").format(guest=guest)
        if phone:
            spoken = _("{guest}. Phone: {phone}").format(guest=spoken, phone=phone)
        gone_at = incident.gone_at
        self.has_left.setVisible(gone_at is not None and scene.is_open)
        if gone_at is not None:
            said = _("The guest left at {time}. A word within a day is in time.").format(time=scene.when(gone_at))
            self.has_left.setToolTip(plain_tip(said))
            self.has_left.setAccessibleName(said)
            spoken = f"{spoken}. {said}"
        self.fields["guest"].show_value(guest, spoken=spoken)

    def _show_owner(self, scene: Scene) -> None:
        incident = scene.incident
        name = scene.name(incident.owner) if incident.owner is not None else ""
        words = _("{name} has it").format(name=name) if name else _("Nobody has it")
        offered = incident.offered_to
        if offered is not None:
            words = _("{owner}, offered to {name}").format(owner=words, name=scene.name(offered))
        self.fields["owner"].show_value(words, spoken=words)
        self.have_it.setVisible(scene.is_open and offered is not None and offered == scene.acting)

    def _show_guesses(self, scene: Scene) -> None:
        incident = scene.incident
        kind, severity = _(incident.kind), severity_name(incident.severity)
        guessed = _("{words}, our guess")
        self.fields["kind"].show_value(
            kind,
            spoken=_("Kind: {kind}").format(kind=kind if incident.kind_sure else guessed.format(words=kind)),
            guess=not incident.kind_sure,
        )
        said = severity if incident.severity_sure else guessed.format(words=severity)
        self.fields["severity"].show_value(
            severity,
            spoken=_("Severity: {severity}").format(severity=said),
            bars=incident.severity,
            guess=not incident.severity_sure,
        )
        self.fields["severity"].setVisible(scene.is_problem)
        self._is_guess = not incident.kind_sure, not incident.severity_sure and scene.is_problem

    def _show_promise(self, scene: Scene) -> None:
        promises, field = scene.incident.promises, self.fields["promise"]
        shown = promise_to_show(promises)
        field.setVisible(shown is not None or (scene.is_open and scene.is_problem))
        if shown is None:
            nothing = _("Nothing is promised")
            field.show_value(nothing, spoken=nothing, icon="flag-outline")
            return
        words = promise_words(shown, scene)
        field.show_value(
            words, spoken=_("Promise: {words}").format(words=words), icon="flag-outline", lead=_("Promise:")
        )
        every = "\n".join(promise_words(each, scene) for each in promises)
        field.setAccessibleDescription(every if len(promises) > 1 else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each field its room anew."""
        super().resizeEvent(event)
        self.set_narrow(self.width() < self._px(_NARROW))
        self._fit()

    def _fit(self) -> None:
        """Let what can be seen elsewhere go first: the phone, the words beside a guess, the end of a long promise.

        A long kind is cut only when the promise has no more to give.
        """
        room = self.width() - self._px(40) - (0 if self.clock.isHidden() else self.clock.sizeHint().width())
        phone = self.fields["phone"]
        beside = [] if self.is_narrow else [self.fields["owner"], self.have_it, self.settle, self.reopen]
        others = [self.fields["place"], self.fields["guest"], self.has_left, self.dots, self.back, *beside]
        phone.setVisible(bool(phone.text()) and self._wide(others) + self._wide([phone], anyway=True) <= room)
        fixed = [self.fields["severity"], self.number]
        fixed += [self.fields["owner"], self.have_it] if self.is_narrow else [self.fields["promise"]]
        rest = room - self._wide(fixed) - self._px(6)
        kind = self.fields["kind"]
        words = {"kind": self._is_guess[0], "severity": self._is_guess[1] and not self._is_guess[0]}
        said = [self.guesses[name] for name, is_guess in words.items() if is_guess]
        fits = kind.sizeHint().width() + self._wide(said, anyway=True) <= rest
        for name, label in self.guesses.items():
            label.setVisible(words[name] and fits)
        if self.is_narrow:
            self.fit_height()
        promise = self.fields["promise"]
        gives = 0 if self.is_narrow or promise.isHidden() else _cuttable(promise)
        kind.setFixedWidth(max(self._px(_LEAST_KIND), min(rest + gives, kind.sizeHint().width())))

    def _wide(self, widgets: Iterable[QWidget], *, anyway: bool = False) -> int:
        gap = self._px(4)
        return sum(each.sizeHint().width() + gap for each in widgets if anyway or not each.isHidden())

    def _ask(self, name: str) -> None:
        self.edit_asked.emit(name, self._in_window(self.fields[name]))

    def _in_window(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.window(), widget.rect().topLeft()), widget.size())


def _cuttable(field: QWidget) -> int:
    """Return the pixels a field can do without: what is cut is in its tool tip."""
    return max(0, field.sizeHint().width() - field.minimumSizeHint().width())
