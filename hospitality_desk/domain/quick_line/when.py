"""Says of each time in the line whether it is promised, has happened, or neither."""

from dataclasses import replace
from datetime import datetime, timedelta

from hospitality_desk.domain.quick_line.moments import TimeSort, TimeSpan
from hospitality_desk.domain.quick_line.parts import LineContext, Part, PartName
from hospitality_desk.domain.quick_line.text import LineText, phrase_at
from hospitality_desk.domain.quick_line.words import Phrase

_NEAR = timedelta(hours=6)
"""A clock time with no word about it is taken as past when it was at most this long ago."""
_SHORT = 90
"""Most minutes "back in 10" can mean."""


def find_when(line: LineText, times: tuple[TimeSpan, ...], context: LineContext) -> list[Part]:
    """Find what was promised and what has happened; a promise is never past, what happened never future."""
    found: list[Part] = []
    for span in times:
        part = _promise(line, span, context) or _happened(line, span, context)
        if part is not None:
            found.append(part)
    if not any(part.part == PartName.PROMISE_BY for part in found):
        found += _back_in(line, context)
    return found + _just_now(line, context)


def _part(line: LineText, name: PartName, value: datetime, first: int, after: int, *, sure: bool) -> Part:
    start, end = line.span(first, after)
    return Part(part=name, value=value, raw=line.typed[start:end], start=start, end=end, sure=sure)


def _phrase_before(line: LineText, after: int, phrases: tuple[Phrase, ...]) -> int:
    """Count the words of the longest phrase that ends right before a word; 0 for none."""
    word = line.word(after - 1)
    for phrase in phrases:
        start = after - len(phrase)
        if phrase[-1] == word and start >= 0 and all(line.word(start + n) == one for n, one in enumerate(phrase)):
            return len(phrase)
    return 0


def _promise(line: LineText, span: TimeSpan, context: LineContext) -> Part | None:
    words = context.words
    first = span.first
    while first > span.first - 3 and (line.word(first - 1) in words.abouts or line.word(first - 1) == "the"):
        first -= 1
    cue = _phrase_before(line, first, words.promise_cues)
    inner = (span.cue,) in words.promise_cues
    if span.sort == TimeSort.DAY:
        return _by_day(line, span, first, cue, context)
    if span.next is None:
        return None
    if span.sort == TimeSort.AHEAD:
        if line.word(span.first - 1) in words.past_verbs or line.word(span.after - 1) in words.narrated:
            return None
        return _promised(line, span, span.first, span.next, context, sure=True)
    if span.sort != TimeSort.CLOCK:
        return None
    if cue and line.word(first - cue - 1) in words.past_verbs and line.word(first - 1) != "by":
        return None
    if cue or inner:
        return _promised(line, span, first - cue, span.next, context, sure=True)
    lead = first - (line.word(first - 1) in ("at", "for", "@"))
    verbs = _phrase_before(line, lead, words.promise_verbs)
    if verbs and line.word(lead - verbs - 1) not in words.negations:
        return _promised(line, span, lead, span.next, context, sure=True)
    tail = phrase_at(line, span.after, words.promise_tails)
    if tail:
        return _promised(line, replace(span, after=span.after + tail), lead, span.next, context, sure=True)
    return None


def _promised(line: LineText, span: TimeSpan, first: int, value: datetime, context: LineContext, *, sure: bool) -> Part:
    for _more in range(3):
        first -= _phrase_before(line, first, context.words.promise_verbs)
    return _part(line, PartName.PROMISE_BY, value, first, span.after, sure=sure)


def _by_day(line: LineText, span: TimeSpan, first: int, cue: int, context: LineContext) -> Part | None:
    """By Friday: until the end of that day, or so we guess."""
    said = span.next or span.last
    if not cue or said is None:
        return None
    end = _end_of_day(said, context)
    return _promised(line, span, first - cue, end, context, sure=False) if end > context.now else None


def _end_of_day(moment: datetime, context: LineContext) -> datetime:
    """The last second of a day that was promised without an hour."""
    local = moment.astimezone(context.zone)
    return local.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(moment.tzinfo)


def _back_in(line: LineText, context: LineContext) -> list[Part]:
    """Read "back in 10": minutes, though nobody says so."""
    for at in range(1, len(line.words) - 1):
        if line.words[at] != "in" or not line.is_number(at + 1) or len(line.words[at + 1]) > 2:
            continue
        minutes = int(line.words[at + 1])
        following = line.word(at + 2)
        verbs = _phrase_before(line, at, context.words.promise_verbs)
        if verbs and 0 < minutes <= _SHORT and not following[:1].isalnum():
            value = context.now + timedelta(minutes=minutes)
            return [_part(line, PartName.PROMISE_BY, value, at - verbs, at + 2, sure=False)]
    return []


def _happened(line: LineText, span: TimeSpan, context: LineContext) -> Part | None:
    words = context.words
    before = line.word(span.first - 1)
    first = span.first - (before in words.abouts)
    before = line.word(first - 1)
    if span.sort == TimeSort.LENGTH and span.length is not None:
        waited = before in words.waiting or (before == "for" and line.word(first - 2) in words.waiting)
        return _since(line, span, first, context) if waited else None
    if span.last is None:
        return None
    if span.sort == TimeSort.AGO:
        return _part(line, PartName.HAPPENED_AT, span.last, first, span.after, sure=True)
    lead = first - (before in words.since or before in ("at", "@", "on", "around"))
    if before in words.since:
        return _part(line, PartName.HAPPENED_AT, span.last, lead, span.after, sure=span.sort == TimeSort.CLOCK)
    near = [*range(max(0, lead - 10), lead), *range(span.after, span.after + 2)]
    if any(line.word(at) in words.booked for at in near):
        return None
    if span.sort == TimeSort.DAY:
        if (before,) in words.promise_cues:
            return None
        over = span.next is None and span.last <= context.now
        return _part(line, PartName.HAPPENED_AT, span.last, lead, span.after, sure=False) if over else None
    if span.day_said and span.next is None:
        return _part(line, PartName.HAPPENED_AT, span.last, lead, span.after, sure=True)
    around = [*range(max(0, lead - 8), lead), *range(span.after, span.after + 2)]
    past = any(line.word(at) in words.past_verbs for at in around)
    recent = context.now - span.last <= _NEAR
    nearer = span.next is None or context.now - span.last <= span.next - context.now
    if not past and not (recent and nearer):
        return None
    return _part(line, PartName.HAPPENED_AT, span.last, lead, span.after, sure=past and recent)


def _since(line: LineText, span: TimeSpan, first: int, context: LineContext) -> Part | None:
    """Waiting 20 min: it began then, or so we guess."""
    try:
        began = context.now - span.length if span.length else context.now
    except OverflowError:
        return None
    return _part(line, PartName.HAPPENED_AT, began, first, span.after, sure=False)


def _just_now(line: LineText, context: LineContext) -> list[Part]:
    firsts = {phrase[0] for phrase in context.words.just_now}
    for at in [at for at, word in enumerate(line.words) if word in firsts]:
        length = phrase_at(line, at, context.words.just_now)
        if length:
            return [_part(line, PartName.HAPPENED_AT, context.now, at, at + length, sure=True)]
    return []
