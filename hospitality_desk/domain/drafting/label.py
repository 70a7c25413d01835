"""A note in the few words that fit beside its mark in the margin."""

import re

from hospitality_desk.domain.stories.sentences import split_sentences

LONGEST = 44
"""Characters a label may have: two short lines beside the story."""
_CLAUSE = re.compile(r"[,;:–—]\s|\s[–—-]\s")
_OPENS, _CLOSES = '“"„«‘「', '”"“»’」'
_PAIRS = dict(zip(_OPENS, _CLOSES, strict=True))


def label_of(text: str) -> str:
    """Return the first sentence, or its first part where it is long, cut at a word's end; quotation marks are kept."""
    said = split_sentences(text)
    first = said[0][0] if said else ""
    opening = first[:1] if first[:1] in _PAIRS else ""
    plain = first.strip(_OPENS + _CLOSES).rstrip(".,;: ")
    if len(plain) > LONGEST:
        plain = _CLAUSE.split(plain, maxsplit=1)[0]
    if len(plain) > LONGEST:
        plain = plain[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(".,;: ") + "…"
    return f"{opening}{plain}{_PAIRS[opening]}" if opening else plain
