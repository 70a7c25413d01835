"""A note as a row of the timeline: what it says, what it rests on, what was corrected, what is still to be told."""

from datetime import datetime

from hospitality_desk.domain.entries import EntryKind, GuestKnows, KeptBack
from hospitality_desk.domain.promises import Promise, PromiseState
from hospitality_desk.domain.timeline import Correction, Note
from hospitality_desk.gui.incident.names import judged_name, promise_name
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.timeline_row import Detail, Row, RowSort, Tag
from hospitality_desk.gui.widgets.kinds import KIND_ICONS, kind_name
from hospitality_desk.words import _


def order_of(note: Note) -> tuple[datetime, int, int]:
    """Return the place of a note in the order things happened."""
    return note.happened_at or note.recorded_at, note.n, 0


def note_row(note: Note, scene: Scene, promises: tuple[Promise, ...]) -> Row:
    """Return the row of a note; `promises` are the problem's, worked out once for all rows."""
    own = note.is_guests_own_words
    return Row(
        key=f"note:{note.n}",
        sort=RowSort.NOTE,
        time=scene.time(note.happened_at) if note.happened_at is not None else "–",
        kind=note.kind,
        title=kind_name(note.kind),
        text=_("Erased.") if note.erased else note.text.strip(),
        own_words=own,
        author=scene.name(note.by),
        tags=_tags(note, scene, promises),
        details=_details(note, scene, promises),
        withdrawn=not note.counts,
        note=note.n,
    )


def _tags(note: Note, scene: Scene, promises: tuple[Promise, ...]) -> tuple[Tag, ...]:
    if not note.counts:
        return ()
    tags: list[Tag] = []
    if note.is_untold(scene.now):
        tags.append(Tag(words=_("Guest not told"), icon="ear-hearing-off", strong=True))
    if note.amount is not None and scene.money(note.amount) not in note.text:
        tags.append(Tag(words=scene.money(note.amount)))
    if note.judged is not None:
        tags.append(Tag(words=judged_name(note.judged)))
    promise = next((each for each in promises if each.note == note.n), None)
    state = promise.state(scene.now) if promise is not None else PromiseState.OPEN
    if promise is not None and state != PromiseState.OPEN:
        words = _("promise for {time} {state}").format(time=scene.when(promise.by), state=promise_name(state))
        tags.append(Tag(words=words, icon="flag-outline"))
    return tuple(tags)


def _details(note: Note, scene: Scene, promises: tuple[Promise, ...]) -> tuple[Detail, ...]:
    if not note.counts:
        return (Detail(words=_("withdrawn: {reason}").format(reason=note.withdrawn)),)
    found: list[Detail] = []
    if note.moved_by is not None:
        found.append(Detail(words=_("moved here by {name}").format(name=scene.name(note.moved_by))))
    if note.kind == EntryKind.THINK:
        links = _linked(note.rests_on, scene)
        found.append(Detail(words=_("rests on"), tags=links) if links else Detail(words=_("rests on nothing yet")))
    if note.follows is not None:
        found.append(Detail(words=_("follows"), tags=_linked((note.follows,), scene)))
    if note.tells:
        found.append(Detail(words=_("tells"), tags=_linked(note.tells, scene)))
    kept = next((each for each in promises if each.n in (note.keeps, note.moves)), None)
    if kept is not None:
        verb = _("keeps the promise:") if note.keeps else _("moves the promise:")
        found.append(Detail(words=f"{verb} {kept.what or ''}", icon="flag-outline"))
    if note.guest_knows == GuestKnows.KEPT_BACK and note.kept_back_reason:
        found.append(Detail(words=_kept_back(note, scene)))
    found += [Detail(words=_correction(each, note, scene), icon="pencil-outline") for each in note.corrections]
    return tuple(found)


def _linked(numbers: tuple[int, ...], scene: Scene) -> tuple[Tag, ...]:
    notes = [note for note in (scene.incident.note(n) for n in numbers) if note is not None and note.counts]
    notes.sort(key=order_of)
    return tuple(Tag(words=scene.note_words(note), icon=KIND_ICONS[note.kind]) for note in notes)


def _kept_back(note: Note, scene: Scene) -> str:
    reason = " ".join((note.kept_back_reason or "").split())
    if note.look_again is None:
        return _("kept back: {reason}").format(reason=reason)
    return _("kept back: {reason}, until {time}").format(reason=reason, time=scene.when(note.look_again))


def _correction(was: Correction, note: Note, scene: Scene) -> str:
    parts: list[str] = []
    if was.text is not None:
        parts.append(f"“{' '.join(was.text.split())}”" if was.text.strip() else _("without words"))
    if was.happened_at is not None:
        parts.append(scene.when(was.happened_at))
    if was.amount is not None:
        parts.append(scene.money(was.amount))
    if was.guest_knows is not None:
        parts.append(_knew(was, note, scene))
    if not parts:
        parts.append(_("without a sum or time"))
    words = _("was {before}, {name} {time}")
    return words.format(before=", ".join(parts), name=scene.name(was.by), time=scene.when(was.at))


def _knew(was: Correction, note: Note, scene: Scene) -> str:
    """Return what the guest knew of it before; what was kept back says why."""
    if was.guest_knows == GuestKnows.UNTOLD:
        return _("not told")
    if was.guest_knows != GuestKnows.KEPT_BACK:
        return _("known to the guest")
    reasons = [
        line.body.reason
        for line in scene.incident.lines
        if isinstance(line.body, KeptBack) and line.body.note == note.n and line.recorded_at <= was.at
    ]
    return _("kept back: {reason}").format(reason=" ".join(reasons[-1].split())) if reasons else _("kept back")
