"""What happened, row by row: notes in the order things happened, quiet lines between them, and now at the end."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from hospitality_desk.domain.entries import Changed, EntryKind, GuestKnows
from hospitality_desk.domain.guest_clock import ClockState
from hospitality_desk.domain.promises import PromiseState, told_in_order
from hospitality_desk.domain.timeline import Correction, Note
from hospitality_desk.gui.incident.clock_since import since_whom
from hospitality_desk.gui.incident.names import KIND_ICONS, judged_name, kind_name, promise_name
from hospitality_desk.gui.incident.quiet_lines import quiet_words
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.widgets.clock_words import since_words
from hospitality_desk.gui.widgets.moments import WEEKDAYS
from hospitality_desk.words import _, ngettext


class RowSort(StrEnum):
    """What a row of the timeline is."""

    NOTE = "note"
    QUIET = "quiet"
    DAY = "day"
    FOLD = "fold"
    NOW = "now"


class Spine(StrEnum):
    """The line beside a row: none, plain, or in the clock's colour from our last word on."""

    NONE = "none"
    PLAIN = "plain"
    HOT = "hot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A small framed word, with its icon; `strong` ones ask for something and are dashed."""

    words: str
    icon: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A second line under a note: words, and tags behind them."""

    words: str
    icon: str | None = None
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as it is painted and read aloud. `key` stays the same while its text changes."""

    key: str
    sort: RowSort
    time: str = ""
    kind: EntryKind | None = None
    title: str = ""
    text: str = ""
    own_words: bool = False
    author: str = ""
    tags: tuple[Tag, ...] = ()
    details: tuple[Detail, ...] = ()
    withdrawn: bool = False
    note: int | None = None
    above: Spine = Spine.PLAIN
    below: Spine = Spine.PLAIN
    state: ClockState = ClockState.IN_TOUCH
    is_change: bool = False
    """A field was mended: many of these one after another are one line."""
    is_open: bool = False
    """For a fold: what it holds is shown."""

    @property
    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        extra = [tag.words for tag in self.tags]
        extra += [" ".join([each.words, *(tag.words for tag in each.tags)]) for each in self.details]
        parts = [self.time, self.title, self.text, *extra, self.author]
        return ", ".join(part.rstrip(".") for part in parts if part)

    @property
    def icon(self) -> str | None:
        """Return the icon in the row's disc."""
        return None if self.kind is None else KIND_ICONS[self.kind]


NOW = "now"
WITHDRAWN = "withdrawn"
"""The key of the line that stands for the withdrawn notes."""
_MANY = 3
"""Changes of fields one after another, from which on they are one line."""


def timeline_rows(scene: Scene, *, folds_open: frozenset[str]) -> tuple[Row, ...]:
    """Return the rows for a moment, ordered by when things happened, those of one moment by number.

    `folds_open` are the keys of the folds whose rows are shown.
    """
    rows = _folded(_with_days(_happenings(scene, fold_open=WITHDRAWN in folds_open), scene), folds_open)
    if scene.clock is not None:
        rows.append(now_row(scene))
    return tuple(_with_spine(rows, scene))


_Dated = tuple[tuple[datetime, int, int], Row]


def _happenings(scene: Scene, *, fold_open: bool) -> list[_Dated]:
    incident = scene.incident
    dated: list[_Dated] = []
    withdrawn = [note for note in incident.notes if not note.counts]
    for note in incident.notes:
        if note.counts or fold_open:
            dated.append((_order(note), _note_row(note, scene)))
    if withdrawn:
        first = min(_order(note) for note in withdrawn)
        words = ngettext("{n} withdrawn", "{n} withdrawn", len(withdrawn)).format(n=len(withdrawn))
        fold = Row(key=WITHDRAWN, sort=RowSort.FOLD, text=words, is_open=fold_open)
        dated.append(((first[0], first[1], -1), fold))
    for line in incident.lines:
        said = quiet_words(line, scene)
        if said is not None:
            row = Row(
                key=f"line:{line.seq}", sort=RowSort.QUIET, time=scene.time(line.recorded_at), text=said,
                author=scene.name(line.by), is_change=isinstance(line.body, Changed),
            )  # fmt: skip
            dated.append(((line.recorded_at, len(incident.notes), line.seq), row))
    return sorted(dated, key=lambda each: each[0])


def _order(note: Note) -> tuple[datetime, int, int]:
    return note.happened_at or note.recorded_at, note.n, 0


def _note_row(note: Note, scene: Scene) -> Row:
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
        tags=_tags(note, scene),
        details=_details(note, scene),
        withdrawn=not note.counts,
        note=note.n,
    )


def _tags(note: Note, scene: Scene) -> tuple[Tag, ...]:
    if not note.counts:
        return ()
    tags: list[Tag] = []
    if note.is_untold(scene.now):
        tags.append(Tag(words=_("Guest not told"), icon="ear-hearing-off", strong=True))
    if note.amount is not None and scene.money(note.amount) not in note.text:
        tags.append(Tag(words=scene.money(note.amount)))
    if note.judged is not None:
        tags.append(Tag(words=judged_name(note.judged)))
    promise = next((each for each in scene.incident.promises if each.note == note.n), None)
    state = promise.state(scene.now) if promise is not None else PromiseState.OPEN
    if promise is not None and state != PromiseState.OPEN:
        words = _("promise for {time} {state}").format(time=scene.when(promise.by), state=promise_name(state))
        tags.append(Tag(words=words, icon="flag-outline"))
    return tuple(tags)


def _details(note: Note, scene: Scene) -> tuple[Detail, ...]:
    if not note.counts:
        return (Detail(words=_("withdrawn: {reason}").format(reason=note.withdrawn)),)
    found: list[Detail] = []
    if note.kind == EntryKind.THINK:
        links = _linked(note.rests_on, scene)
        found.append(Detail(words=_("rests on"), tags=links) if links else Detail(words=_("rests on nothing yet")))
    if note.follows is not None:
        found.append(Detail(words=_("follows"), tags=_linked((note.follows,), scene)))
    if note.tells:
        found.append(Detail(words=_("tells"), tags=_linked(note.tells, scene)))
    kept = next((each for each in scene.incident.promises if each.n in (note.keeps, note.moves)), None)
    if kept is not None:
        verb = _("keeps the promise:") if note.keeps else _("moves the promise:")
        found.append(Detail(words=f"{verb} {kept.what or ''}", icon="flag-outline"))
    if note.guest_knows == GuestKnows.KEPT_BACK and note.kept_back_reason:
        found.append(Detail(words=_kept_back(note, scene)))
    found += [Detail(words=_correction(each, scene), icon="pencil-outline") for each in note.corrections]
    return tuple(found)


def _linked(numbers: tuple[int, ...], scene: Scene) -> tuple[Tag, ...]:
    notes = [note for note in (scene.incident.note(n) for n in numbers) if note is not None and note.counts]
    notes.sort(key=_order)
    return tuple(Tag(words=scene.note_words(note), icon=KIND_ICONS[note.kind]) for note in notes)


def _kept_back(note: Note, scene: Scene) -> str:
    reason = " ".join((note.kept_back_reason or "").split())
    if note.look_again is None:
        return _("kept back: {reason}").format(reason=reason)
    return _("kept back: {reason}, until {time}").format(reason=reason, time=scene.when(note.look_again))


def _correction(was: Correction, scene: Scene) -> str:
    parts: list[str] = []
    if was.text is not None:
        parts.append(f"“{' '.join(was.text.split())}”" if was.text.strip() else _("without words"))
    if was.happened_at is not None:
        parts.append(scene.when(was.happened_at))
    if was.amount is not None:
        parts.append(scene.money(was.amount))
    if was.guest_knows is not None:
        untold = was.guest_knows == GuestKnows.UNTOLD
        parts.append(_("not told") if untold else _("known to the guest"))
    if not parts:
        parts.append(_("without a sum or time"))
    words = _("was {before}, {name} {time}")
    return words.format(before=", ".join(parts), name=scene.name(was.by), time=scene.when(was.at))


def _with_days(dated: list[_Dated], scene: Scene) -> list[Row]:
    """Return the rows, with a line for the day wherever it is another one than the row before, or than today."""
    today = scene.now.astimezone(scene.zone).date()
    rows: list[Row] = []
    last = today
    for order, row in dated:
        day = order[0].astimezone(scene.zone).date()
        if day != last:
            rows.append(Row(key=f"day:{day.isoformat()}:{row.key}", sort=RowSort.DAY, text=_day_words(day, today)))
            last = day
        rows.append(row)
    return rows


def _day_words(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    return f"{_(WEEKDAYS[day.weekday()])} {day.isoformat()}"


def now_row(scene: Scene) -> Row:
    """Return the row of this moment; only for what has a clock."""
    clock = scene.clock
    assert clock is not None
    words = f"{since_words(clock.minutes)} {since_whom(scene)}"
    return Row(
        key=NOW, sort=RowSort.NOW, time=scene.time(scene.now), text=words, below=Spine.NONE, state=clock.state
    )  # fmt: skip


def _folded(rows: list[Row], folds_open: frozenset[str]) -> list[Row]:
    """Return the rows with a line of its own before each run of many changes, and the run only where that is open."""
    made: list[Row] = []
    for is_change, run in groupby(rows, lambda row: row.is_change):
        changes = list(run)
        if not is_change or len(changes) < _MANY:
            made += changes
            continue
        key = f"changes:{changes[0].key}"
        words = ngettext("{n} change", "{n} changes", len(changes)).format(n=len(changes))
        names = list(dict.fromkeys(row.author for row in changes))
        is_open, author = key in folds_open, names[0] if len(names) == 1 else ""
        made.append(
            Row(key=key, sort=RowSort.FOLD, time=changes[-1].time, text=words, author=author, is_open=is_open)
        )  # fmt: skip
        made += changes if is_open else []
    return made


def _with_spine(rows: list[Row], scene: Scene) -> list[Row]:
    """Give each row its piece of the line: in the clock's colour from the last Told to now."""
    clock = scene.clock
    told = told_in_order(scene.incident.notes)
    last = f"note:{told[-1].n}" if told and clock is not None and clock.start <= clock.now else None
    if told and clock is not None and (told[-1].happened_at or told[-1].recorded_at) != clock.start:
        last = None
    made: list[Row] = []
    hot = False
    for at, row in enumerate(rows):
        above = Spine.NONE if at == 0 else (Spine.HOT if hot else Spine.PLAIN)
        hot = hot or row.key == last
        below = Spine.NONE if at == len(rows) - 1 else (Spine.HOT if hot else Spine.PLAIN)
        state = clock.state if clock is not None else row.state
        made.append(replace(row, above=above, below=below, state=state))
    return made
