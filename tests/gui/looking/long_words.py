"""A language with long words: every sentence of the app a third longer and with umlauts, as a real catalogue."""

import gettext
import io
import math
import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

from hospitality_desk import words

LANGUAGE = "qps"
_LONGER = 0.35
_FILLING = "üngswürdigkeit"
_UMLAUTS = str.maketrans("aouAOU", "äöüÄÖÜ")
_APP = Path(words.__file__).parent
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def lengthened(sentence: str) -> str:
    """Return the sentence in the long language; what stands in braces stays."""
    return "".join(
        part if part.startswith("{") else _WORD.sub(_longer, part) for part in re.split(r"(\{[^}]*\})", sentence)
    )


_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


def _longer(found: re.Match[str]) -> str:
    word = found.group()
    more = max(1, math.floor(len(word) * _LONGER + 0.6))
    return word.translate(_UMLAUTS) + _FILLING[:more]


def sentences() -> list[str | tuple[str, ...]]:
    """Return every sentence the app can say, as the gatherer of catalogues finds them; plural pairs as tuples."""
    found = extract_from_dir(str(_APP), method_map=[("**.py", "python")], keywords=_KEYWORDS)
    return [message for _file, _line, message, _comments, _context in found]


def make_catalogue(folder: Path) -> gettext.NullTranslations:
    """Write the long language's catalogue where gettext looks for one, and return it as the app would load it."""
    catalogue = Catalog(locale=None, charset="utf-8")
    for message in sentences():
        several = (message,) if isinstance(message, str) else message
        long = tuple(lengthened(each) for each in several)
        _add(catalogue, several, long)
    target = folder / LANGUAGE / "LC_MESSAGES" / f"{words.DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    packed = io.BytesIO()
    write_mo(packed, catalogue)
    target.write_bytes(packed.getvalue())
    return gettext.translation(words.DOMAIN, str(folder), languages=[LANGUAGE])


def _add(catalogue: Catalog, ids: tuple[str, ...], strings: tuple[str, ...]) -> None:
    if len(ids) == 1:
        catalogue.add(ids[0], strings[0])
    else:
        catalogue[ids[0]] = Message(ids, strings)


def ends_in_dots_by_nature(says: list[str | tuple[str, ...]]) -> re.Pattern[str]:
    """Return what a text looks like whose dots were written by us ("Settle…"), in this language's sentences."""
    whole = [each for message in says for each in ((message,) if isinstance(message, str) else message) if "…" in each]
    patterns = [re.sub(r"\\\{.*?\\\}", ".+", re.escape(each)) for each in whole]
    return re.compile("|".join(patterns) or r"(?!)")
