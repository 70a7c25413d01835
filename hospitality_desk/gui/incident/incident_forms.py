"""The forms of the problem itself: where, who, when, quiet, withdrawn, open again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect

from hospitality_desk.commands.base import Command
from hospitality_desk.commands.incidents import (
    ChangeIncident,
    LeaveInPeace,
    ReopenIncident,
    RestoreIncident,
    WithdrawIncident,
)
from hospitality_desk.errors import Refused
from hospitality_desk.gui.incident.field_editor import Field, FieldSort
from hospitality_desk.gui.incident.form_opener import FormOpener, Texts
from hospitality_desk.gui.incident.place_typed import place_typed
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.words import _


class IncidentForms:
    """Each opens beside `at`, a rectangle of the window."""

    def __init__(self, opener: FormOpener) -> None:
        self._opener = opener

    def change_place(self, scene: Scene, at: QRect) -> None:
        """Mend where it is."""
        field = Field(name="place", caption="", value=scene.incident.place or "", hint=_("Table 12"))
        self._change(
            scene, at, _("Where is it?"), (field,),
            lambda texts: {"place": place_typed(texts["place"], scene)},
            done=_("Place saved."), was={"place": scene.incident.place or ""},
        )  # fmt: skip

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

        was: dict[str, object] = {
            "guest": incident.guest or "", "phone": incident.phone or "", "party_size": incident.party_size,
        }  # fmt: skip
        self._change(scene, at, _("Who is it?"), fields, read, done=_("Guest saved."), was=was)

    def change_happened(self, scene: Scene, at: QRect) -> None:
        """Mend when it happened."""
        happened = scene.incident.happened_at
        value = scene.time(happened) if happened is not None else ""
        field = Field(name="time", caption="", sort=FieldSort.TIME, value=value)

        def read(texts: Texts) -> dict[str, object]:
            return {"happened_at": self._opener.time(texts["time"], last=True)}

        was: dict[str, object] = {"happened_at": happened}
        self._change(scene, at, _("When did it happen?"), (field,), read, done=_("Time saved."), was=was)

    def _change(
        self, scene: Scene, at: QRect, title: str, fields: tuple[Field, ...],
        read: Callable[[Texts], dict[str, object]], *, done: str, was: dict[str, object],
    ) -> None:  # fmt: skip
        """Ask and save. `was` is what stood before, for the way back; a None in it cannot be brought back."""
        incident_id = scene.incident.incident_id
        back = None
        if None not in was.values():
            back = partial(ChangeIncident, incident_id=incident_id, **was)  # type: ignore[arg-type] # as below

        def make(texts: Texts) -> Callable[..., Command]:
            # mypy cannot see which field a form names; the tests of the forms do
            return partial(ChangeIncident, incident_id=incident_id, **read(texts))  # type: ignore[arg-type]

        draft = f"change:{incident_id}:{fields[0].name}"
        self._opener.open(at, title, fields, make, width=300, draft=draft, done=done, undo=back)

    def leave_in_peace(self, scene: Scene, at: QRect) -> None:
        """Let the guest rest until a time."""
        fields = (
            Field(name="until", caption=_("Until"), sort=FieldSort.TIME),
            Field(name="reason", caption=_("Why"), hint=_("Wants to finish the toasts")),
        )

        def make(texts: Texts) -> Callable[..., Command]:
            until = self._opener.time(texts["until"], last=False)
            if until is None:
                raise Refused(_("Say until when, such as 13:30."))
            return partial(
                LeaveInPeace, incident_id=scene.incident.incident_id, until=until, reason=texts["reason"]
            )  # fmt: skip

        draft = f"peace:{scene.incident.incident_id}"
        self._opener.open(at, _("Leave the guest in peace?"), fields, make, save=_("Leave in peace"), draft=draft)

    def withdraw_incident(self, scene: Scene, at: QRect) -> None:
        """Take the whole problem back."""
        incident_id = scene.incident.incident_id
        self._opener.reason(
            at, _("Withdraw {place}?").format(place=scene.place_words), _("Logged twice"), _("Withdraw"),
            lambda reason: partial(WithdrawIncident, incident_id=incident_id, reason=reason),
            draft=f"withdraw:{incident_id}", done=_("{place} withdrawn.").format(place=scene.place_words),
            undo=partial(RestoreIncident, incident_id=incident_id),
        )  # fmt: skip

    def reopen(self, scene: Scene, at: QRect) -> None:
        """Open a settled problem again."""
        incident_id = scene.incident.incident_id
        self._opener.reason(
            at, _("Open {place} again?").format(place=scene.place_words), _("The driver never came"), _("Open again"),
            lambda reason: partial(ReopenIncident, incident_id=incident_id, reason=reason),
            draft=f"reopen:{incident_id}",
        )  # fmt: skip
