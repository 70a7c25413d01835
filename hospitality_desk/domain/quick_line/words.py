"""What a language must tell us so that a line typed in it can be read; each language is one set of these words."""

from collections.abc import Mapping
from dataclasses import dataclass

Phrase = tuple[str, ...]
"""Words in small letters without accents, as `quick_line_text.fold` gives them."""


def word_set(text: str) -> frozenset[str]:
    """Read words set apart by spaces."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[Phrase, ...]:
    """Read phrases set apart by strokes, the longest first, so that the longest is found."""
    return tuple(sorted((tuple(one.split()) for one in text.split("|")), key=len, reverse=True))


def spelled(table: Mapping[str, str]) -> dict[str, str]:
    """Turn "how it is written: its spellings" into a look-up by spelling."""
    return {word: shown for shown, spellings in table.items() for word in spellings.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPair:
    """Two words of which neither alone says what a problem is about, but both close together do."""

    kind: str
    first: frozenset[str]
    second: frozenset[str]
    gap: int
    """How many words may stand between them."""
    weight: int
    either_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineWords:
    """The words of one language. Every set holds folded words; two-word entries are phrases."""

    # numbers
    ones: Mapping[str, int]
    tens: Mapping[str, int]
    dozen: Mapping[str, int]

    # places
    numbered_places: Mapping[str, str]
    """Word before a number, and how the house writes it: "tbl" is "Table"."""
    letter_places: Mapping[str, str]
    """Single letters that are sure when they stand right at the number: "t12"."""
    doubtful_letters: frozenset[str]
    """Letters of `letter_places` that mean other things too."""
    bare_places: Mapping[Phrase, str]
    place_leads: frozenset[str]
    number_marks: frozenset[str]

    # guests
    titles: Mapping[str, str]
    """Folded title without its dot, and how it is written."""
    common_titles: frozenset[str]
    """Titles that are also everyday words: they count only before a capital."""
    particles: frozenset[str]
    joining: frozenset[str]
    not_names: frozenset[str]
    name_cues: tuple[Phrase, ...]
    """What stands before a name and says that it is one: "name is"."""
    weak_name_cues: tuple[Phrase, ...]
    """What often stands before a name: "for". The name then needs its capital."""
    name_fillers: frozenset[str]
    """Small words and marks that may stand between a cue and the name."""
    name_tails: tuple[Phrase, ...]
    """What stands after a name and says that it is one: "is my name"."""
    no_guest_before: frozenset[str]
    """Words that spoil a weak cue when they stand before it: "looking for"."""
    not_guest_lines: frozenset[str]
    """Words a few words before a name that show it is a house's name, not a guest's."""
    opening_words: frozenset[str]
    """What may stand before a name at the start of a line."""
    not_a_guest_after: frozenset[str]
    """Words that show that the capitals before them name a thing: "Hilton restaurant"."""
    name_verbs: frozenset[str]
    """What a guest does right after their name: "t12 rivera left"."""
    walk_in: str

    # party
    people: frozenset[str]
    """Words for persons that make a number before them the party."""
    some_people: frozenset[str]
    """Words for persons who are the party or part of it: a guess when alone."""
    small_people: frozenset[str]
    """Words for persons who are part of a party, and no party when alone."""
    relations: frozenset[str]
    party_nouns: frozenset[str]
    party_of: frozenset[str]
    """What stands between a party and its number: "table for 4"."""
    tops: frozenset[str]
    """What a number of places is called: "a 4-top"."""
    only: frozenset[str]
    """Words that may stand between "for" and the number: "for just 4"."""
    adjectives: frozenset[str]
    """Words that may stand between the number and the people: "4 other guests"."""
    both: frozenset[str]
    """Words for two persons: "my parents"."""
    plus: frozenset[str]
    after_i: frozenset[str]
    """Words after "and I" that begin a new sentence."""
    of_more: frozenset[str]
    """Words after "couple" that make it a few: "couple of drinks"."""
    we_are: tuple[Phrase, ...]
    maybe_we_are: tuple[Phrase, ...]
    """The same as a guess: "make it 4"."""
    of_us: tuple[Phrase, ...]
    couple: frozenset[str]
    selves: frozenset[str]
    owners: frozenset[str]
    """my, his, her: whose relation it is."""
    partial: frozenset[str]
    """What follows "two of us" when it is only two of them: "two of us are vegan"."""
    counts_more: frozenset[str]
    """What stands before a number that is not the party's: "add 1 person"."""
    after_for: frozenset[str]
    """Words after "for 4" that leave the 4 a party."""

    # times
    half: frozenset[str]
    quarter: frozenset[str]
    past: frozenset[str]
    to: frozenset[str]
    oclock: frozenset[str]
    noon: Mapping[str, int]
    """Words that are an hour: noon 12, midnight 0."""
    middles: Mapping[str, int]
    """What follows "mid": "mid-afternoon" is 14."""
    parts_of_day: Mapping[str, str]
    """Word for a part of the day, and whether it is am, pm or night."""
    hour_of_part: Mapping[str, int]
    """The hour guessed where only the part of the day is said."""
    units: Mapping[str, int]
    """Seconds in each unit of time."""
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    """today, tomorrow, yesterday, as days from today."""
    day_ends: Mapping[str, bool]
    """Words for the end of a day; true when nothing need follow: "eod"."""
    shy_dates: frozenset[str]
    """Names of days and months that are other words too: they need their capital or a word like "on" before."""
    day_leads: frozenset[str]
    meridiem: Mapping[str, str]
    """am and pm, whole or by their first letter."""
    ish: frozenset[str]
    few: frozenset[str]
    """couple, as in "a couple of minutes"."""
    another: frozenset[str]
    clock_leads: frozenset[str]
    """What stands before an hour without minutes: "at 7"."""
    abouts: frozenset[str]
    articles: frozenset[str]
    ago: tuple[Phrase, ...]
    ahead_before: frozenset[str]
    ahead_after: tuple[Phrase, ...]

    narrated: frozenset[str]
    """Last words of `ahead_after` that tell a story and promise nothing: "an hour later"."""

    # promises and what happened
    promise_cues: tuple[Phrase, ...]
    promise_tails: tuple[Phrase, ...]
    promise_verbs: tuple[Phrase, ...]
    since: frozenset[str]
    just_now: tuple[Phrase, ...]
    past_verbs: frozenset[str]
    waiting: frozenset[str]
    booked: frozenset[str]
    """What makes a time the time of a booking, which is neither promised nor past."""

    # severity, phone and kind
    serious: frozenset[str]
    minor: tuple[Phrase, ...]
    middling: frozenset[str]
    not_severity_after: frozenset[str]
    """What follows a severity word that is part of a name: "emergency exit"."""
    alarming: frozenset[str]
    negations: frozenset[str]
    says_phone: frozenset[str]
    """What stands before a number and says that it is a phone's; then those that say it is not."""
    says_other_number: frozenset[str]
    kinds: Mapping[Phrase, tuple[str, int]]
    """Phrase, the kind it speaks for, and how loudly."""
    kind_pairs: tuple[KindPair, ...]
    praise: str
    """The kind that a negation turns away."""
    dangling: frozenset[str]
    """Small words that mean nothing once what followed them is taken out."""
