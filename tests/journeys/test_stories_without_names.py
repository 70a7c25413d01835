"""Every settled problem of the sample venue, told and printed: nobody's name, phone, date or clock time is in the file.

The file is read back by other programs than ours, and every byte of it is searched.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hospitality_desk.commands import stories
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.papers import make_pack
from hospitality_desk.domain.ids import CommandId, PersonId, StoryId, new_id
from hospitality_desk.domain.incident import Incident
from hospitality_desk.domain.incidents import Status
from hospitality_desk.domain.similar_words import ENGLISH, name_words
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.queries.staff import colleagues, person_named
from hospitality_desk.queries.stories import story_whole
from tests.desk.sample_house import loaded, problems
from tests.helpers.papers import said_by

CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with loaded(tmp_path_factory.mktemp("told")) as desk:
        yield desk


def act(desk: Desk, who: str, command: type[Command], **fields: object) -> None:
    person = desk.ask(person_named, who)
    assert person is not None
    desk.do(command(command_id=CommandId(new_id()), by=person.person_id, at=desk.now(), **fields))


def told(desk: Desk, incident: Incident) -> StoryId:
    """Draw it, answer each question with the safe choice, have it read and release it."""
    story_id = StoryId(new_id())
    act(desk, "Dana", stories.DrawStory, story_id=story_id, incident_id=incident.incident_id)
    for _turn in range(50):
        whole = desk.ask(story_whole, story_id)
        assert whole is not None
        if not whole.undecided:
            break
        asked = whole.undecided[0]
        act(desk, "Dana", stories.DecideValue, story_id=story_id, value=asked.value, replacement=asked.suggestion)
    act(desk, "Carlo", stories.ReadStory, story_id=story_id)
    act(desk, "Dana", stories.ReleaseStory, story_id=story_id)
    return story_id


def dana(desk: Desk) -> PersonId:
    found = desk.ask(person_named, "Dana")
    assert found is not None
    return found.person_id


def forbidden(desk: Desk, incident: Incident) -> set[str]:
    """Return what must not be read in its story: every word of the guest's name, the staff, the place, the dates."""
    found = {word for word in name_words(incident.guest, ENGLISH) if len(word) > 2} - ENGLISH.stop - {"from", "review"}
    found |= {person.name for person in desk.ask(colleagues)}
    if incident.place and any(char.isdigit() for char in incident.place):
        found |= {incident.place, incident.place.replace(" ", "")}
    for moment in {incident.opened_at, incident.happened_at, *(note.happened_at for note in incident.notes)}:
        if moment is not None:
            local = moment.astimezone(desk.house.zone)
            found |= {
                f"{local:%Y-%m-%d}",
                f"{local.day} {MONTHS[local.month - 1]}",
                f"{MONTHS[local.month - 1]} {local.day}",
            }
    return found


def digits_of(incident: Incident) -> str:
    return re.sub(r"\D", "", incident.phone or "")[-7:]


def test_nothing_of_the_problem_can_be_read_in_the_pdf(house: Desk, tmp_path: Path) -> None:
    settled = [each for each in problems(house) if each.status == Status.SETTLED]
    assert len(settled) > 100
    assert any(each.phone for each in settled) or any("917" in note.text for each in settled for note in each.notes)
    for incident in settled:
        story_id = told(house, incident)
        made = make_pack(house, dana(house), [story_id], Paper.A4)
        file = tmp_path / "story.pdf"
        file.write_bytes(made.pdf)
        words, phone = forbidden(house, incident), digits_of(incident)
        for who, text in said_by(file).items():
            hits = [word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)]
            if who in ("pdftotext", "pypdf", "pdfinfo", "outline"):
                hits += CLOCK.findall(text)
            if phone and phone in re.sub(r"\D", "", text) and who != "bytes":
                hits.append(phone)
            assert not hits, f"#{incident.number} {who}: {hits}\n{text[:1500]}"


def test_the_file_tells_no_hour(house: Desk, tmp_path: Path) -> None:
    """Nothing in the file says when it was made beyond what anybody may know."""
    story_id = told(house, next(each for each in problems(house) if each.status == Status.SETTLED))
    file = tmp_path / "story.pdf"
    file.write_bytes(make_pack(house, dana(house), [story_id], Paper.LETTER).pdf)
    info = said_by(file)["pdfinfo"]
    assert "Date" not in info
    assert not CLOCK.findall(info)
