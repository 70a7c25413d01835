"""A story against 10,000 known values in every disguise, against one bare scan for the same values as they are written.

The bare limit is an Aho-Corasick scan where pyahocorasick is installed (it is no dependency), else one pass of a
regular expression over the words of the story.
"""

import random
import re
import sys
from collections.abc import Callable
from importlib import import_module

from hospitality_desk.domain.deidentify.finding import find_all, replaced
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.scenes import Sentence
from hospitality_desk.domain.stories.sentences import rewritten
from tests.benchmarks.ratios import compare, timed

STORY = (
    "A guest left her purse in a taxi on the way to dinner. She noticed it at the host stand, upset, because her phone "
    "and the tickets for the evening were in it. The host gave her a seat and a glass of water, and asked for the number "
    "of the phone. Nobody had promised anything yet.\n"
    "We rang the phone three times and there was no answer. The manager called the taxi company; they would ask the "
    "driver and ring back. The guest was told that, and that we would come back to her within half an hour.\n"
    "The soup was kept warm, and her party was moved to a quieter place near the window. When the driver answered he was "
    "already across the river. A runner met him at the door with the fare, and the purse was in her hands before the "
    "main course. She said it was the best evening in a long time, because every few minutes somebody had told her what "
    "they knew. Marcus Valente wrote it down for the next line-up at table 12."
)
SYLLABLES = (
    "ka",
    "ro",
    "mi",
    "va",
    "len",
    "te",
    "sho",
    "ban",
    "ri",
    "ver",
    "ama",
    "do",
    "lu",
    "cia",
    "nor",
    "ist",
    "gra",
)
COUNT = 10_000


def known_values() -> list[Known]:
    """Seven names in ten, then phones, e-mail addresses, tables and references."""
    chance = random.Random(7)

    def name() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()

    def digits(n: int) -> str:
        return "".join(chance.choices("0123456789", k=n))

    sorts: tuple[tuple[int, FindType, Callable[[int], str]], ...] = (
        (7_000, FindType.NAME, lambda _n: f"{name()} {name()}"),
        (1_500, FindType.PHONE, lambda _n: f"+1 {digits(3)} {digits(3)} {digits(4)}"),
        (1_000, FindType.EMAIL, lambda _n: f"{name()}.{name()}@example.org".lower()),
        (400, FindType.PLACE, lambda n: f"Table {n + 1}"),
        (100, FindType.NUMBER, lambda _n: f"RB-{digits(5)}"),
    )
    values = [
        Known(value=make(n), type=sort, replacement="someone") for count, sort, make in sorts for n in range(count)
    ]
    return [Known(value="Marcus Valente", type=FindType.NAME, replacement="a host"), *values][:COUNT]


def bare_scan(values: list[Known]) -> Callable[[], object]:
    """Return the plainest scan there is."""
    low = STORY.lower()
    try:
        ahocorasick = import_module("ahocorasick")
    except ImportError:
        words = re.compile(r"\w+")
        return lambda: words.findall(low)
    scan = ahocorasick.Automaton()
    for one in values:
        scan.add_word(one.value.lower(), 1)
    scan.make_automaton()
    return lambda: list(scan.iter(low))


def main() -> None:
    values = known_values()
    sys.stdout.write(f"compile {len(values):,} known values: {timed(lambda: KnownList(values)):.0f} ms\n")
    known = KnownList(values)
    bare = bare_scan(values)
    compare("known values in a story", lambda: known.finds(STORY), bare, 300)
    compare("known values and all patterns", lambda: find_all(STORY, known), bare, 100)
    compare("found and replaced", lambda: replaced(STORY, find_all(STORY, known)), bare, 100)
    long = (STORY + "\n") * 17
    sys.stdout.write(f"20,000 characters, all patterns: {timed(lambda: find_all(long[:20_000], known)):.0f} ms\n")
    before = tuple(Sentence(text=f"Line {n} was short.", entries=(n,)) for n in range(2_500))
    anew = "\n".join(each.text.replace("short", "quite short") for each in before)
    sys.stdout.write(f"2,500 sentences written anew: {timed(lambda: rewritten(before, anew)):.0f} ms\n")


if __name__ == "__main__":
    main()
