"""Other words in the place of what was found, and the sentence still reads."""

import pytest

from hospitality_desk.domain.deidentify.finding import replaced
from hospitality_desk.domain.deidentify.finds import Find, FindType


def put(text: str, **words: str) -> str:
    """Replace each word of `words` (underscores are spaces) wherever it stands."""
    finds = []
    for value, words_for in words.items():
        value, at = value.replace("_", " "), -1
        while (at := text.find(value, at + 1)) >= 0:
            end = at + len(value)
            finds.append(Find(start=at, end=end, type=FindType.NAME, value=value, replacement=words_for, sure=True))
    return replaced(text, finds)


@pytest.mark.parametrize(
    ("text", "words", "reads"),
    [
        ("Rivera left.", "the guest", "The guest left."),
        ("It rained. Rivera left.", "the guest", "It rained. The guest left."),
        ("Then Rivera left.", "the guest", "Then the guest left."),
        ("“Rivera left.”", "the guest", "“The guest left.”"),
        ("Mr. Rivera left.", "the guest", "Mr. the guest left."),
        ("Rivera's soup and Rivera’s coat", "the guest", "The guest's soup and the guest’s coat"),
        ("the Rivera family", "the guest", "the guest family"),
        ("at the Rivera", "a house", "at the house"),
        ("her Rivera", "a place", "her place"),
        ("RiveraRivera", "someone", "Someone"),
        ("aRivera", "someone", "a someone"),
        ("Rivera2", "someone", "Someone 2"),
        ("Rivera Rivera came", "someone", "Someone came"),
        ("Rivera, Rivera came", "someone", "Someone, someone came"),
        ("call Rivera now", "", "call now"),
        ("call me at Rivera.", "", "call me."),
        ("call me at Rivera and wait", "", "call me and wait"),
        ("sat at Rivera bar", "", "sat at bar"),
        ("the guest (Rivera) left", "", "the guest left"),
        ("the guest, Rivera, left", "", "the guest, left"),
        ("the guest “Rivera” left", "", "the guest left"),
        ("Rivera left", "", "Left"),
        ("It rained. Rivera left", "", "It rained. Left"),
        ("Rivera: the soup", "", "The soup"),
        ("the soup of Rivera", "", "the soup"),
        ("to Rivera's table", "", "to table"),
        ("one\nRivera\ntwo", "", "one\ntwo"),
        ("Rivera", "", ""),
        ("aRiverab", "", "ab"),
        ("a Rivera b", "", "a b"),
        ("a\u00a0Rivera b", "", "a\u00a0b"),
        ("Rivera Rivera b", "", "B"),
    ],
)
def test_replaced(text: str, words: str, reads: str) -> None:
    assert put(text, Rivera=words) == reads


def test_nothing_found_changes_nothing() -> None:
    assert replaced("  a  text ( ) ", ()) == "  a  text ( ) "
