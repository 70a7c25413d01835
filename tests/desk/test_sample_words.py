"""The sample venue's words: plain, kind, nobody's fault, no two alike, and none that contradicts another."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest

from hospitality_desk.desk.desk import Desk
from hospitality_desk.domain.entries import EntryKind
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Sort, Status
from hospitality_desk.domain.stories.pieces import pieces_of
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.domain.text import clean_text
from hospitality_desk.queries.stories import story_rows, story_whole
from tests.desk.sample_house import loaded, local, problems, texts

FORBIDDEN = re.compile(
    r"\b(tickets?|cases?|complain\w*|complaints?|customers?|users?|clients?|escalat\w*|resolv\w*|submit\w*|"
    r"careless\w*|lazy|stupid|fault of|too slow|incompeten\w*|rude|blame\w*|n/a|lorem|todo|tbd|test)\b|!",
    re.IGNORECASE,
)
STRAIGHT = re.compile(r"[\"'`]|\.\.\.| - | -- |  |\{|\}|\[|\]")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with loaded(tmp_path_factory.mktemp("sample")) as desk:
        yield desk


@pytest.fixture(scope="module")
def every(house: Desk) -> list[Incident]:
    return problems(house)


def test_no_word_of_the_forbidden_list(every: list[Incident]) -> None:
    allowed = re.compile(r"today’s test|fire test")
    assert [text for each in every for text in texts(each) if FORBIDDEN.search(allowed.sub("", text))] == []


def test_the_stories_are_kind_too(house: Desk) -> None:
    said = []
    for row in house.ask(story_rows):
        whole = house.ask(story_whole, row.story_id)
        assert whole is not None
        said += [piece.text for piece in pieces_of(whole.story.text) if piece.text]
    assert len(said) > 40
    assert [text for text in said if FORBIDDEN.search(text.replace("nobody to blame", ""))] == []
    assert [text for text in said if STRAIGHT.search(text) or clean_text(text).text != text] == []


def test_four_stories_are_released_and_one_waits_for_a_decision(house: Desk) -> None:
    rows = house.ask(story_rows)
    assert Counter(row.status for row in rows) == {StoryStatus.RELEASED: 4, StoryStatus.DRAFT: 1}
    (draft,) = (row for row in rows if row.status == StoryStatus.DRAFT)
    whole = house.ask(story_whole, draft.story_id)
    assert whole is not None
    assert [each.value for each in whole.undecided] == ["Emma", "Amma"]
    assert all(check.ok for check in house.check())


def test_the_rule_would_notice() -> None:
    for bad in ("Runner too slow", "Her complaint", "The customer says", "Look out!", "two tickets"):
        assert FORBIDDEN.search(bad)


def test_set_as_a_printer_would(every: list[Incident]) -> None:
    said = [text for each in every for text in texts(each)]
    assert [text for text in said if STRAIGHT.search(text) or text != text.strip() or not text] == []
    assert [text for text in said if clean_text(text).text != text] == []
    assert [text for text in said if text.count("“") != text.count("”") or ("“" in text) != text.startswith("“")] == []


def test_nothing_is_empty(every: list[Incident]) -> None:
    for each in every:
        assert each.place, each.gist
        assert each.gist
        assert each.notes
        assert each.owner
        if each.sort != Sort.NEAR_MISS:
            assert each.guest, each.gist
            assert each.party_size, each.gist
            assert any(note.kind == EntryKind.TOLD for note in each.notes) or each.sort == Sort.PRAISE, each.gist


def test_nobody_says_the_same_twice(every: list[Incident]) -> None:
    lines = Counter(note.text for each in every for note in each.notes if len(note.text.split()) > 3)
    lines.subtract({"Lunch to the house account": 1})
    assert [text for text, count in lines.items() if count > 1] == []
    said = Counter(verdict.words for each in every for verdict in each.verdicts if verdict.words)
    assert [text for text, count in said.items() if count > 1] == []
    openings = Counter(" ".join(n.text.split()[:3]) for each in every for n in each.notes if n.kind == EntryKind.TOLD)
    openings = Counter({words: count for words, count in openings.items() if not words.startswith("I am sorry")})
    assert openings.most_common(1)[0][1] <= 4, openings.most_common(3)


def test_every_guest_comes_once_but_one(every: list[Incident]) -> None:
    guests = Counter(each.guest for each in every if each.guest)
    assert {guest: count for guest, count in guests.items() if count > 1} == {"Lindqvist": 2}


def test_ms_and_mr_are_kept_apart(every: list[Incident]) -> None:
    """What colleagues write of a guest by himself or herself fits the name; others are "they"."""
    hers, his = (
        re.compile(r"\b(she|her|hers|herself)\b", re.IGNORECASE),
        re.compile(r"\b(he|him|his|himself)\b", re.IGNORECASE),
    )
    of_others = {
        "Mr Goldberg": "his wife",
        "Mr Laurent": "who fainted",
        "Ms Marchetti": "the driver",
        "Ms Fontaine": "the florist",
        "Ms Halvorsen": "her father",
    }
    for each in every:
        written = [n.text for n in each.notes if not n.text.startswith("“")]
        if each.guest in of_others:
            continue
        if (each.guest or "").startswith(("Ms", "Mrs")):
            assert not [text for text in written if his.search(text) and not hers.search(text)], each.guest
        if (each.guest or "").startswith("Mr "):
            assert not [text for text in written if hers.search(text)], each.guest


def test_a_promised_time_is_the_time_in_the_words(every: list[Incident], house: Desk) -> None:
    zone = house.house.zone
    looked = 0
    for each in (one for one in every if one.status == Status.SETTLED):
        for note in each.notes:
            clock = re.findall(r"\bby (\d\d:\d\d)", note.text)
            assert not clock or note.promise is not None, note.text
            if note.promise is not None and clock:
                assert clock == [f"{local(note.promise.by, zone):%H:%M}"], note.text
                looked += 1
    assert looked > 60


def test_one_place_tells_one_story_at_a_time(every: list[Incident]) -> None:
    rooms = [
        each for each in every if each.place not in ("Lobby", "Cloakroom", "Front desk", "Door", "Kitchen", "Yard")
    ]
    for n, one in enumerate(rooms):
        for other in rooms[n + 1 :]:
            apart = abs(one.opened_at - other.opened_at)
            assert one.place != other.place or apart >= timedelta(hours=2), (one.gist, other.gist)


def test_phone_numbers_are_nobodys(every: list[Incident]) -> None:
    """555-0100 to 555-0199 are kept free for stories."""
    phones = [each.phone for each in every if each.phone]
    assert len(phones) == 3
    assert all(re.fullmatch(r"\+1\d{3}55501\d\d", phone) for phone in phones)
