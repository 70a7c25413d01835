"""Letters of other scripts, and digits, that look like a Latin letter."""

from functools import lru_cache

_SMALL = {
    **dict(zip("авекмнорстухіјѕԛԝһԁӏґгп", "abekmhopctyxijsqwhdlrrn", strict=True)),
    **dict(zip("αβεηικνορτυχωγϲϳ", "abenikvoptuxwycj", strict=True)),
    **dict(zip("աոսօցհյզգքոԁɡɑɩʏ", "wnuoghjqqpndgaiy", strict=True)),
}
_CAPITAL = {
    **dict(zip("АВЕЅІЈКМНОРСТХУЗ", "abesijkmhopctxyz", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True)),
    **dict(zip("ՍՏՕԼՀ", "usolh", strict=True)),
}
_DIGITS = {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "|": "l"}


@lru_cache(maxsize=4096)
def latin_looks(typed: str) -> tuple[str, ...]:
    """Return what a word may be meant for when letters that look alike were put in; small Latin letters.

    The small letters of other scripts are read by their small shape, capitals by their own; a 1 may be an l or an i.
    Empty when nothing in the word looks like a Latin letter.
    """
    looks = []
    for tables in ((_CAPITAL, _SMALL), (_SMALL,)):
        for one in ("l", "i"):
            read = "".join(_read(char, tables, one) for char in typed)
            if read != typed.lower() and read not in looks:
                looks.append(read)
    return tuple(looks)


def _read(char: str, tables: tuple[dict[str, str], ...], one: str) -> str:
    if char == "1":
        return one
    for table in tables:
        if char in table:
            return table[char]
    small = char.lower()
    return _SMALL.get(small) or _DIGITS.get(small) or small
