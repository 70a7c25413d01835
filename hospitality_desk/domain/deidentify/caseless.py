"""Names in scripts without capitals and often without spaces: found inside any run of such letters."""

import re
import unicodedata
from collections.abc import Iterator

from hospitality_desk.domain.deidentify.seen_text import SeenText, see
from hospitality_desk.domain.deidentify.spans import Span
from hospitality_desk.domain.quick_line.text import fold

_ALIKE = str.maketrans("ىةؤئﻻ", "يهوي\u0644")
_HONOURS = tuple(
    fold(word) for word in ("先生", "女士", "小姐", "太太", "夫人", "経理", "さん", "様", "さま", "씨", "님")
)
_KOREAN_HONOURS = tuple(fold(word) for word in ("씨", "님", "군", "양"))
_BEFORE_SURNAME = ("老", "小", "阿")
_BEHIND_SURNAME = (
    "经理",
    "經理",
    "总",
    "總",
    "老板",
    "老闆",
    "老师",
    "老師",
    "师傅",
    "師傅",
    "主任",
    "医生",
    "醫生",
    "哥",
    "姐",
    "阿姨",
    "叔叔",
)
"""What a Chinese surname stands with: 老王, 王经理."""
_TWO_SIGNS = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "夏侯",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "令狐",
        "端木",
    ]
)
"""Chinese surnames of two signs."""
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_LONG_SURNAMES = frozenset(["남궁", "황보", "제갈", "선우", "독고", "사공", "서문"])
_PARTICLES = re.compile(
    "(?:[씨님군양]?(?![\uac00-\ud7a3])|[씨님군양]?(?:이?(?:가|는|를|와|랑|도|의|야|나|만|에게|한테|께|께서|라고|라는|에요|예요)|은|을|과|아|이|네)(?![\uac00-\ud7a3]))"
)
"""What is written right behind a Korean name."""
_HEBREW = re.compile(r"[\u05d0-\u05ea]{2}")
_HEBREW_LEADS = frozenset("ובלכמשה")
"""One-letter words that are written right before a Hebrew name: to, and, that."""
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_LETTER = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u0370-\u058f\u10a0-\u10ff]")
_SEPARATED = re.compile(r"[\s·・\-]{1,3}")


def is_caseless(word: str) -> bool:
    """Tell whether a word is of a script that has no capitals."""
    return word.upper() == word.lower() and any(char.isalpha() for char in word)


class CaselessNames:
    """Finds known names of scripts without capitals. Of two letters and fewer they count only as words of their own."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._whole: dict[str, int] = {}
        self._by_start: dict[str, list[str]] = {}

    def add(self, value: str, known: int) -> None:
        """Let a name be found; nothing happens for names of other scripts."""
        for form in ("NFC", "NFD"):
            folded = see(unicodedata.normalize(form, value.strip())).line.folded.translate(_ALIKE)
            if is_caseless(folded):
                self._add_name(folded, known)

    def _add_name(self, folded: str, known: int) -> None:
        parts = [part for part in _SEPARATED.split(folded) if part]
        keys = {"".join(parts), *parts}
        if len(parts) == 1 and _HAN.fullmatch(folded):
            surname = folded[: 2 if len(folded) > 3 or folded[:2] in _TWO_SIGNS else 1]
            keys |= {before + surname for before in _BEFORE_SURNAME}
            keys |= {surname + behind for behind in _BEHIND_SURNAME}
            if len(folded) > 2:
                keys |= {folded[1:]} if len(folded) == 3 else {folded[2:]}
            keys |= {surname + honour for honour in _HONOURS}
        if _HANGUL.fullmatch("".join(parts)):
            keys |= _korean(parts)
        if len(parts) == 1 and len(folded) <= 2:
            keys |= {folded[0] + honour for honour in _HONOURS}
        for key in keys:
            self._add(key, known)

    def _add(self, key: str, known: int) -> None:
        table = self._keys
        if len(key) == 1 or (len(key) == 2 and _HAN.fullmatch(key) is None):
            table = self._whole
        if key not in table:
            table[key] = known
            starting = self._by_start.setdefault(key[0], [])
            starting.append(key)
            starting.sort(key=len, reverse=True)

    def spans(self, seen: SeenText) -> Iterator[Span]:
        """Yield where the names stand, the longest at each place."""
        if seen.typed.isascii() or not self._by_start:
            return
        folded = seen.line.folded.translate(_ALIKE)
        at = 0
        while (letter := _LETTER.search(folded, at)) is not None:
            at = letter.start()
            starting = self._by_start.get(folded[at], ())
            key = next((one for one in starting if folded.startswith(one, at) and self._counts(one, folded, at)), None)
            if key is None:
                at += 1
                continue
            known = self._keys.get(key, self._whole.get(key, 0))
            is_led = key not in self._keys and _is_part(folded[at - 1 : at])
            yield Span(start=seen.place(at), end=seen.place(at + len(key)), known=known, sure=not is_led)
            at += len(key)

    def _counts(self, key: str, folded: str, at: int) -> bool:
        """Tell whether a short name is a word of its own; longer ones count inside any run of letters."""
        if key in self._keys:
            return True
        end = at + len(key)
        if _is_part(folded[end : end + 1]) and not (_HANGUL.fullmatch(key) and _PARTICLES.match(folded, end)):
            return False
        if not _is_part(folded[at - 1 : at]):
            return True
        is_first_letter = folded[at - 1] in _HEBREW_LEADS and not _is_part(folded[max(0, at - 2) : at - 1])
        return is_first_letter and _HEBREW.fullmatch(key) is not None


def _korean(parts: list[str]) -> set[str]:
    """Return the given name alone, and the surname with what is said to somebody behind it: 민수, 김씨."""
    whole = "".join(parts)
    surname = 2 if len(whole) > 3 and whole[:2] in _LONG_SURNAMES else 1
    given = parts[-1] if len(parts) == 2 else whole[surname:] if len(whole) in (3, 4) else whole
    keys = {given} if len(given) > 1 else set[str]()
    if len(whole) in (3, 4) and len(given) < len(whole):
        family = whole[: len(whole) - len(given)]
        keys |= {family + gap + honour for honour in _KOREAN_HONOURS for gap in ("", " ")}
    return keys


def _is_part(char: str) -> bool:
    """Tell whether a character is a letter, or a sign that belongs to one."""
    return char != "" and unicodedata.category(char)[0] in "LM"
