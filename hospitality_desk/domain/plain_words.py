"""Which words in a sentence to a guest leave a question open: who, what, by when, what must they do.

It never forbids: a person may say it anyway. Source: product paper, 3.4.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from hospitality_desk.words import N_, _


class Ask(StrEnum):
    """The question that vague words leave open."""

    WHO = N_("Who?")
    WHAT = N_("What exactly?")
    WHEN = N_("By when?")
    SURE = N_("What do we know?")
    TO_DO = N_("What must they do?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """Vague words in a text; `asks` is the question in the reader's language, `text[start:end] == words`."""

    words: str
    asks: str
    start: int
    end: int


# Each line is one regular expression over words; a space stands for any white space, an apostrophe for any of them.
_ENGLISH = {
    Ask.WHEN: r"""
        soon | shortly | as soon as (?:possible|(?:we|i|they|he|she) can) | as quickly as (?:possible|we can) | asap
        a\.s\.a\.p\.? | momentarily | presently | eventually | before long | in due course | in the near future
        in (?:just )?(?:a|one) (?:bit|while|moment|minute|min|second|sec|jiffy|tick) | in a little (?:bit|while)
        in (?:just )?a (?:few|couple of) (?:moments|minutes|mins) | in no time | any (?:minute|moment|time) now
        (?:just|one|give me|give us) (?:a|one) moment | one moment | (?:a|one) moment,? please | a little longer
        a bit longer | a while | (?:at )?some(?:time| point) | some\s?time (?:later|today|tonight|tomorrow)
        later on | later today | later tonight | later(?! than)(?! date) | not (?:be )?long | won't (?:be|take) long
        when(?:ever)? (?:we|i|they) (?:can|get a (?:chance|moment)|have (?:a moment|time))
        (?:get|come) back to you(?! (?:when|once|if|the moment|after)) | be in touch(?! (?:when|once|if))
        let you know(?! (?:when|once|if|the moment|as soon|after|that|what|how|who|which|where|why))
        keep you (?:posted|updated|informed|in the loop) | up\s?date you(?! (?:when|once|if))
    """,
    Ask.WHO: r"""
        someone(?: else)? | somebody(?: else)? | (?:a|one of (?:my|our|the)) colleagues? | one of us
        (?:the|our) team | a member of (?:the |our )?(?:staff|team)
        the (?:right|responsible|relevant) (?:person|people|department) | they(?:'re| are) on it | our people
        the staff | whoever is (?:free|on duty|available)
    """,
    Ask.WHAT: r"""
        look(?:s|ing)? into (?:it|this|that|things|the matter) | (?:see|check) what (?:we|i) can do
        we(?:'ll| will) see | work(?:ing)? on (?:it|this|that) | sort(?:s|ing|ed)? (?:it|this|that|things) out
        (?:get|getting) (?:it|this) sorted | deal(?:s|ing)? with (?:it|this|that)
        (?:takes?|taking) care of (?:it|this|that|things|everything) | handl(?:e|ing) (?:it|this|that)
        (?:try|trying|do|doing) (?:our|my) (?:very )?best | everything (?:we|i) can | whatever (?:we|i) can
        what we can | something (?:went wrong|came up|happened|has happened|is wrong)
        do(?:ing)? something(?: about it)? | a few things | some things | some (?:kind|sort) of | somehow
        an? (?:small |minor |little |technical )(?:issue|problem|hiccup|delay) | some issues?
        (?:technical|operational|internal) (?:reasons|issues|difficulties|problems) | make it up to you
        on (?:it|top of it)(?=\s*(?:[.,;]|$))
    """,
    Ask.SURE: r"""
        should be (?:fine|ok|okay|all right|alright|good|possible|no problem|ready|here|there|done) | hopefully
        probably | perhaps | maybe | with (?:any|a bit of) luck | fingers crossed | most likely
        i(?:'d| would) (?:guess|imagine|assume) | we hope | i hope(?! you) | more or less | (?:it|that) might work
        as far as i know | i think so
    """,
    Ask.TO_DO: r"""
        bear with (?:us|me) | be patient | hang (?:on|in there|tight) | hold on | sit tight
        wait a (?:bit|little|moment|minute) | check back | contact us | reach out | ask around | try again
    """,
}
_NO_QUESTION = r"""
    (?:a (?:few )?(?:moments?|minutes?|while)|some\s?time) ago | (?:minutes?|mins?|hours?|days?) later | sooner or later
    (?:have|had|got|for) a (?:moment|minute|while) | on the staff | see you later
    as soon as(?! (?:possible|(?:we|i|they|he|she) can))
"""
"""Words that look vague and are not: they pass before any other is tried."""

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)"
_A_TIME = re.compile(
    r"\b(?:\d{1,2}[:.h]\d{2}|\d{1,2} ?(?:am|pm|a\.m|p\.m|o['’]?clock|uhr)|noon|midnight|within the hour|half an hour"
    rf"|(?:half|quarter) (?:past|to)\b|{_NUMBER}(?: and a half|-| to \d+)? ?(?:min(?:ute)?s?|hours?)(?! now)"
    r"|(?:by|before|at|around|about) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}))\b",
    re.IGNORECASE,
)
_VAGUE_MINUTE = re.compile(r"\b(?:in|wait|have|give \w+) (?:just )?(?:a|one) (?:minute|min)\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?…]+(?=\s|$)|\n")


def vague_words(text: str) -> tuple[Vague, ...]:
    """Return the words that leave a question open, in order, never overlapping.

    A time in the same sentence answers "By when?".
    """
    plain = text.replace("’", "'")
    timed = [(start, end) for start, end in _sentences(plain) if _says_a_time(plain[start:end])]
    found: list[Vague] = []
    for each in _PATTERN.finditer(plain):
        ask = next((ask for ask in Ask if each.group(ask.name)), None)
        answered = ask == Ask.WHEN and any(start <= each.start() < end for start, end in timed)
        if ask is not None and not answered:
            start, end = each.span()
            found.append(Vague(words=text[start:end], asks=_(ask.value), start=start, end=end))
    return tuple(found)


def _says_a_time(sentence: str) -> bool:
    return _A_TIME.search(_VAGUE_MINUTE.sub("", sentence)) is not None


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(text)] + [len(text)]
    return list(zip([0, *ends], ends, strict=False))


def _alternatives(data: str) -> str:
    """Turn lines of words into one alternation, the longest first, with any white space between words."""
    phrases = [phrase.strip() for line in data.strip().splitlines() for phrase in re.split(r" \| ", line)]
    return "|".join(phrase.replace(" ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


_PATTERN = re.compile(
    rf"(?<!\w)(?:(?P<NONE>{_alternatives(_NO_QUESTION)})|"
    + "|".join(f"(?P<{ask.name}>{_alternatives(data)})" for ask, data in _ENGLISH.items())
    + r")(?!\w)",
    re.IGNORECASE,
)
