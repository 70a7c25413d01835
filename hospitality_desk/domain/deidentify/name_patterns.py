"""What looks like a name nobody told us: a title and a word, "name is", and words with a capital they do not need."""

import re
from collections.abc import Iterator

from hospitality_desk.domain.deidentify.default_words import default_words
from hospitality_desk.domain.deidentify.finds import FindType
from hospitality_desk.domain.deidentify.looks import Look
from hospitality_desk.domain.deidentify.name_words import NAMES_THAT_ARE_WORDS
from hospitality_desk.domain.deidentify.number_patterns import NOT_READ
from hospitality_desk.domain.deidentify.ordinary_words import is_ordinary
from hospitality_desk.domain.deidentify.seen_text import SeenText
from hospitality_desk.domain.quick_line.english import ENGLISH
from hospitality_desk.domain.quick_line.name_runs import read_name
from hospitality_desk.domain.quick_line.names import find_guests
from hospitality_desk.domain.quick_line.text import read_text
from hospitality_desk.domain.quick_line.words import word_set

_SENTENCE = re.compile(r"[^.!?\n]{2,400}(?:[.!?](?!\s|$)[^.!?\n]{0,400}){0,20}")
_NO_NAME = word_set(
    "i im ive ill id don isn won can't mr mrs ms dr ok tv ac vip usb wifi wi fi id pin faq eta gf gm gmt utc est "
    "pst cet dj diy usa uk eu nyc la am pm uber lyft google whatsapp instagram facebook tripadvisor yelp paypal "
    "visa mastercard amex iphone ipad android samsung apple coke pepsi guinness prosecco chardonnay merlot rioja "
    "riesling cava chianti malbec sauvignon pinot noir grigio christmas easter hanukkah ramadan diwali "
    "thanksgiving halloween xmas god english british american irish scottish welsh spanish french german italian "
    "chinese japanese indian thai mexican greek turkish portuguese dutch polish russian european asian african "
    "arabic korean vietnamese swedish danish norwegian internet sms pdf mdr kl"
)
"""Words that carry a capital and point at nobody."""
_SEASONS = (
    word_set("spring summer autumn winter sunday monday") | frozenset(ENGLISH.months) | frozenset(ENGLISH.weekdays)
)
_SMALL = word_set("of de la the del da di du von van der den le and & y e")
_PLACE_LEADS = word_set(
    "in at from to near around via through outside across into towards toward between behind by past the"
)
_RUN_IN = frozenset(["m", "d", "s", "ll", "ve", "re", "t"])
_PERSON_BEFORE = ENGLISH.relations | word_set(
    "told asked thanked met colleague waiter waitress server host hostess manager chef guest guests "
    "regular bartender barman concierge porter housekeeper receptionist sommelier husband nanny mr mrs dear hi "
    "hello sorry thanks"
)
_PERSON_AFTER = word_set(
    "said says asked told apologised apologized complained paid ordered cried laughed replied explained thinks "
    "thought felt left arrived came went wanted called phoned rang brought took gave forgot noticed checked fixed "
    "offered promised who whose did fell slipped wrote spoke"
)
_MOST_RUN = 8


def name_looks(seen: SeenText) -> Iterator[Look]:
    """Yield what the quick line takes for a guest, sentence by sentence, and every title with a word behind it."""
    yield from _titled(seen)
    plain = seen.line.plain
    for sentence in _SENTENCE.finditer(plain):
        line = read_text(sentence.group())
        for part in find_guests(line, (), NOT_READ):
            words = [word for word in line.words[line.words_in(part.start, part.end).start :][:8]]
            if words and words[0] not in ("walk", "walkin", "walkins") and part.raw[:1].isalpha():
                start, end = sentence.start() + part.start, sentence.start() + part.end
                yield Look(start, end, FindType.NAME, default_words(FindType.NAME), sure=False)


def _titled(seen: SeenText) -> Iterator[Look]:
    line = seen.line
    for at, word in enumerate(line.words):
        if word not in ENGLISH.titles or (at and line.glued(at - 1) and line.words[at - 1][-1].isalnum()):
            continue
        after = at + 1 + (line.word(at + 1) == "." and line.glued(at))
        shy = word in ENGLISH.common_titles
        if shy and not (line.is_capital(at) and line.is_capital(after)):
            continue
        if "\n" in line.plain[line.ends[after - 1] : line.starts[after]] if after < len(line.words) else True:
            continue
        name = read_name(line, after, ENGLISH, capitals=shy or line.is_capital(after))
        if name is not None:
            end = line.ends[name.after - 1] - (2 if name.possessive else 0)
            yield Look(line.starts[at], end, FindType.NAME, default_words(FindType.NAME), sure=False)


def word_looks(seen: SeenText) -> Iterator[Look]:
    """Yield runs of words with a capital that none of our ordinary words needs: the Bronx, New York, Declan."""
    if seen.is_shouted:
        return
    line = seen.line
    at = 0
    while at < len(line.words):
        after = _run_end(seen, at)
        if after > at:
            look = _word_look(seen, at, after)
            if look is not None:
                yield look
        at = max(after, at + 1)


def _run_end(seen: SeenText, at: int) -> int:
    """Return the word behind a run of capitals that starts here; particles inside a run belong to it."""
    line = seen.line
    after = at
    while after < len(line.words) and after - at < _MOST_RUN:
        if (
            (_has_capital(seen, after) and (after == at or not seen.opens_sentence(after)))
            or (
                after > at
                and line.words[after] in ("-", "'", "&")
                and _has_capital(seen, after + 1)
                and line.glued(after)
            )
            or (
                after > at
                and line.words[after] in _SMALL
                and line.words[after] != "and"
                and _has_capital(seen, after + 1)
            )
        ):
            after += 1
        else:
            break
    return after


def _has_capital(seen: SeenText, at: int) -> bool:
    """Tell whether a word has a capital of a script that knows small letters."""
    line = seen.line
    if not 0 <= at < len(line.words):
        return False
    first = line.plain[line.starts[at]]
    return first.isupper() and len(line.words[at]) > 1


def _word_look(seen: SeenText, first: int, after: int) -> Look | None:
    line = seen.line
    while first < after and _needs_none(seen, first):
        first += 1
    while after > first and _needs_none(seen, after - 1):
        after -= 1
    if first >= after or not any(_is_telling(seen, at, after) for at in range(first, after)):
        return None
    place = line.word(first - 1) in _PLACE_LEADS
    if line.word(first - 1) == "the" and not seen.opens_sentence(first - 1):
        first -= 1
    end = line.ends[after - 1] - (2 if line.words[after - 1].endswith("'s") else 0)
    sort = FindType.NAME if _is_a_persons(seen, first, after) else FindType.WORD
    words = default_words(FindType.PLACE if place and sort == FindType.WORD else sort)
    return Look(line.starts[first], end, sort, words, sure=False)


def _is_a_persons(seen: SeenText, first: int, after: int) -> bool:
    """Tell whether the words around say that it is a person: her husband Declan, Declan said, told Declan."""
    line = seen.line
    before, following = line.word(first - 1), line.word(after)
    return before in _PERSON_BEFORE or following in _PERSON_AFTER


def _bare(word: str) -> str:
    """Return a word without the verb that was run into it: I'm, they'll, Maria's."""
    before, mark, after = word.rpartition("'")
    return before if mark and after in _RUN_IN else word


def _needs_none(seen: SeenText, at: int) -> bool:
    """Tell whether a word at the edge of a run says nothing: a small word, a weekday, an everyday word at the start."""
    word = _bare(seen.line.words[at])
    if not word[0].isalpha() or word in _SMALL or word in _NO_NAME or word in _SEASONS:
        return True
    return is_ordinary(word) and word not in NAMES_THAT_ARE_WORDS and seen.opens_sentence(at)


def _is_telling(seen: SeenText, at: int, after: int) -> bool:
    """Tell whether a word of a run makes it a name: no everyday word, or a name that is one and owes its capital."""
    word = _bare(seen.line.words[at])
    if word in _NO_NAME or word in _SEASONS or not word[0].isalpha():
        return False
    if word in NAMES_THAT_ARE_WORDS:
        return len(word) > 2 and (at + 1 < after or not seen.opens_sentence(at))
    return not is_ordinary(word)
