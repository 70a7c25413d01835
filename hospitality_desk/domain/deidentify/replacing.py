"""Puts other words in the place of what was found, so that the sentence still reads."""

import re
from collections.abc import Sequence

from hospitality_desk.domain.deidentify.finds import Find
from hospitality_desk.domain.deidentify.seen_text import SeenText, see

_ARTICLES = ("a ", "an ", "the ")
_BEFORE_NOUN = re.compile(
    r"(?:^|[^\w'])(?:the|a|an|this|that|my|our|your|his|her|their|its|another|every|each|no|one)\s+$", re.IGNORECASE
)
_DANGLING = (
    r"(?:at|on|in|from|to|by|for|with|of|under|near|via|through|and|or|called|named|around|about|since|until|before|"
    r"after)"
)
_MARKS_FOR_GONE = [chr(code) for code in range(0xE000, 0xE100)]


def replaced(text: str, finds: Sequence[Find]) -> str:
    """Return the text with each find's replacement in its place; finds must not overlap.

    A replacement at a sentence's start gets its capital; a possessive stays; of two articles one stays; the same
    words twice in a row stand once. An empty replacement takes its space along, and what would dangle: a preposition,
    empty brackets, a second comma. Two words are never run together.
    """
    if not finds:
        return text
    gone = next((mark for mark in _MARKS_FOR_GONE if mark not in text), "\x00")
    seen = see(text)
    whole, at = "", 0
    previous: Find | None = None
    for find in sorted(finds, key=lambda one: one.start):
        between = text[at : find.start]
        at = find.end
        if previous is not None and _is_twice(previous, find, between):
            continue
        whole = _set_apart(whole, between) if previous is not None and previous.replacement else whole + between
        whole = _set_apart(whole, _words_for(seen, find, whole)) if find.replacement else whole + gone
        previous = find
    rest = text[at:]
    whole = _set_apart(whole, rest) if previous is not None and previous.replacement else whole + rest
    return _closed(whole, gone) if gone in whole else whole


def _is_twice(previous: Find, find: Find, between: str) -> bool:
    same = (previous.replacement, previous.type) == (find.replacement, find.type)
    return bool(find.replacement) and same and not between.strip(" \u00a0-")


def _set_apart(before: str, words: str) -> str:
    """Put words behind what stands before, with a space where two words would become one."""
    return before + " " + words if before[-1:].isalnum() and words[:1].isalnum() else before + words


def _words_for(seen: SeenText, find: Find, before: str) -> str:
    """Return the words that stand in the place of a find, with the capital the place needs."""
    words = find.replacement
    article = next((each for each in _ARTICLES if words.startswith(each)), None)
    if article and _BEFORE_NOUN.search(before[-12:]):
        words = words[len(article) :]
    capital = next((char for char in find.value if char.isalpha()), "A")
    if not before[-1:].isalnum() and not capital.islower() and seen.opens_sentence(seen.word_from(find.start)):
        words = words[:1].upper() + words[1:]
    return words


def _closed(text: str, gone: str) -> str:
    """Close the gaps where something was taken out."""
    text = re.sub(rf"{gone}['’]s\b", gone, text)
    text = re.sub(rf"{gone}(?:[ \u00a0,/-]{{0,3}}{gone})+", gone, text)
    text = re.sub(rf"[(\[{{]\s{{0,3}}{gone}\s{{0,3}}[)\]}}]|([\"'“‘«])\s{{0,3}}{gone}\s{{0,3}}[\"'”’»]", gone, text)
    text = re.sub(
        rf"\b{_DANGLING}[ \u00a0]{{1,3}}{gone}(?=\s{{0,9}}(?:[.,;:!?)]|$|\n|(?:and|but|or|so|because|when)\b))",
        gone,
        text,
        flags=re.I,
    )
    text = re.sub(rf"\n[ \u00a0]{{0,3}}{gone}[ \u00a0]{{0,3}}(?=\n)", "", text)
    text = re.sub(rf"(?<=[(\[{{]){gone}[ \u00a0]{{1,3}}", gone, text)
    text = re.sub(rf"([,;:])([ \u00a0]{{0,3}}){gone}[ \u00a0]{{0,3}}(?=[,;:.!?])", gone, text)
    text = re.sub(rf"(^|[.!?\n][ \u00a0]{{0,3}}){gone}[ \u00a0,;:]{{0,3}}([^\W\d_])?", _opened, text)
    text = re.sub(rf"[ \u00a0]{{0,3}}{gone}(?=[.,;:!?)\]]|\n|$)", "", text)
    text = re.sub(rf"([ \u00a0]?){gone}([ \u00a0]?)", lambda found: found[1] or found[2], text)
    return text


def _opened(found: re.Match[str]) -> str:
    return found[1] + (found[2] or "").upper()
