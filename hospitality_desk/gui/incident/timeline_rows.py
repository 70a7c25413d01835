"""What happened, row by row: notes in the order things happened, quiet lines between them, and now at the end."""

from dataclasses import replace
from datetime import date
from itertools import groupby

from hospitality_desk.domain.entries import Changed
from hospitality_desk.domain.promises import told_in_order
from hospitality_desk.gui.incident.clock_since import since_whom
from hospitality_desk.gui.incident.note_row import note_row, order_of
from hospitality_desk.gui.incident.quiet_lines import quiet_words
from hospitality_desk.gui.incident.scene import Scene
from hospitality_desk.gui.incident.timeline_row import Dated, Row, RowSort, Spine
from hospitality_desk.gui.incident.try_rows import try_rows
from hospitality_desk.gui.widgets.clock_words import since_words
from hospitality_desk.gui.widgets.moments import WEEKDAYS
from hospitality_desk.words import _, ngettext

NOW = "now"
WITHDRAWN = "withdrawn"
"""The key of the line that stands for the withdrawn notes."""
_MANY = 3
"""Changes of fields one after another, from which on they are one line."""


def timeline_rows(scene: Scene, *, folds_open: frozenset[str]) -> tuple[Row, ...]:
    """Return the rows for a moment, ordered by when things happened, those of one moment by number.

    `folds_open` are the keys of the folds whose rows are shown.
    """
    happened = [*_happenings(scene, fold_open=WITHDRAWN in folds_open), *try_rows(scene, folds_open)]
    rows = _folded(_with_days(sorted(happened, key=lambda each: each[0]), scene), folds_open)
    if scene.clock is not None:
        rows.append(now_row(scene))
    return tuple(_with_spine(rows, scene))


def _happenings(scene: Scene, *, fold_open: bool) -> list[Dated]:
    incident = scene.incident
    dated: list[Dated] = []
    promises = incident.promises
    withdrawn = [note for note in incident.notes if not note.counts]
    for note in incident.notes:
        if note.counts or fold_open:
            dated.append((order_of(note), note_row(note, scene, promises)))
    if withdrawn:
        first = min(order_of(note) for note in withdrawn)
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
    return dated


def _with_days(dated: list[Dated], scene: Scene) -> list[Row]:
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
