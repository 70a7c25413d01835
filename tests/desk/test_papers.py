"""Papers of released stories: progress, cancel, and what another story's problem does not forbid."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hospitality_desk.commands import staff, stories
from hospitality_desk.commands.base import Command
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.papers import draft_paper, make_pack, write_paper
from hospitality_desk.domain.ids import CommandId, PersonId, StoryId, new_id
from hospitality_desk.domain.staff import Role
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.domain.stories.story import StoryStatus
from hospitality_desk.errors import Refused
from hospitality_desk.queries.staff import person_named
from hospitality_desk.queries.stories import story_rows
from tests.desk.sample_house import loaded
from tests.helpers.papers import said_by


class Stop(Exception):
    """Somebody pressed Cancel."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Desk]:
    with loaded(tmp_path / "house") as desk:
        yield desk


def person(desk: Desk, name: str) -> PersonId:
    found = desk.ask(person_named, name)
    assert found is not None
    return found.person_id


def released(desk: Desk) -> list[StoryId]:
    return [row.story_id for row in desk.ask(story_rows) if row.status == StoryStatus.RELEASED]


def act(desk: Desk, command: type[Command], who: str = "Dana", **fields: object) -> None:
    desk.do(command(command_id=CommandId(new_id()), by=person(desk, who), at=desk.now(), **fields))


def test_progress_moves_over_all_three_passes(house: Desk) -> None:
    seen: list[tuple[int, int]] = []
    made = make_pack(
        house, person(house, "Dana"), released(house), Paper.A4, progress=lambda n, of: seen.append((n, of))
    )
    assert made.stories == 4
    assert made.pages >= 4
    assert {of for _n, of in seen} == {12}
    assert [n for n, _of in seen] == sorted(n for n, _of in seen)
    assert {0, 4, 8, 12} <= {n for n, _of in seen} | {0}


@pytest.mark.parametrize("at", [2, 6, 10])
def test_cancel_ends_any_pass_and_leaves_no_file(house: Desk, tmp_path: Path, at: int) -> None:
    def progress(done: int, _all: int) -> None:
        if done >= at:
            raise Stop

    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Stop):
        make_pack(house, person(house, "Dana"), released(house), Paper.A4, progress=progress)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_paper_is_written_whole(house: Desk, tmp_path: Path) -> None:
    made = make_pack(house, person(house, "Ruth"), released(house), Paper.LETTER, title="Stories for spring")
    assert made.file_name == "Stories for spring.pdf"
    file = tmp_path / made.file_name
    write_paper(file, made)
    said = said_by(file)
    assert "The coat with the green lining" in said["outline"]
    assert "Stories for spring" in said["pdftotext"]
    assert (file.stat().st_mode & 0o777) == 0o600


def test_who_may_print(house: Desk) -> None:
    with pytest.raises(Refused, match="may not print stories"):
        make_pack(house, person(house, "Carlo"), released(house), Paper.A4)
    (draft,) = (row.story_id for row in house.ask(story_rows) if row.status == StoryStatus.DRAFT)
    with pytest.raises(Refused, match=r"Not released: \d+ \(The name on the cake\)"):
        make_pack(house, person(house, "Dana"), [draft], Paper.A4)
    with pytest.raises(Refused, match="no such story"):
        make_pack(house, person(house, "Dana"), [StoryId("nobody")], Paper.A4)
    assert draft_paper(house, person(house, "Dana"), draft, Paper.A4).pages == 1


def test_a_name_of_another_storys_problem_is_an_everyday_word_here(house: Desk) -> None:
    """The coat's guest is Mr Santos; the window's story may speak of a Santos that is a town, when a person says so."""
    rows = {row.title: row.story_id for row in house.ask(story_rows)}
    window = rows["The window that faced the wall"]
    act(house, stories.WriteScene, story_id=window, scene=Scene.TAKE, text="They had come from Santos by the sea.")
    act(house, stories.DecideValue, story_id=window, value="Santos", reason="a town of half a million")
    act(house, stories.ReadStory, "Ruth", story_id=window)
    act(house, stories.ReleaseStory, story_id=window)
    assert make_pack(house, person(house, "Dana"), released(house), Paper.A4).stories == 4


def test_a_character_nobody_can_draw_is_named(house: Desk) -> None:
    rows = {row.title: row.story_id for row in house.ask(story_rows)}
    window = rows["The window that faced the wall"]
    act(house, stories.WriteScene, story_id=window, scene=Scene.TAKE, text="They said 𐎠𐎼 and smiled.")
    act(house, stories.ReadStory, "Ruth", story_id=window)
    act(house, stories.ReleaseStory, story_id=window)
    with pytest.raises(Refused, match="OLD PERSIAN SIGN A") as refused:
        make_pack(house, person(house, "Dana"), released(house), Paper.A4)
    assert "They said 𐎠𐎼 and smiled." in refused.value.missing[0]


@pytest.mark.parametrize(
    "title",
    ["Carlo saves the day", "DANA RUNS", "Mr Santos", "Mrs Kowalski and the soup", "At 12:32", "ring 917 555 0147", "20 November 2026"],
)  # fmt: skip
def test_a_packs_own_title_tells_nobody(house: Desk, tmp_path: Path, title: str) -> None:
    with pytest.raises(Refused, match="the pack's title"):
        make_pack(house, person(house, "Dana"), released(house), Paper.A4, title=title)


@pytest.mark.parametrize("name", ["Carlo.pdf", "mr_santos-story.pdf", "DANA-2026.pdf", "santos@example.com.pdf"])
def test_a_files_name_tells_nobody(house: Desk, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="the file's name"):
        make_pack(house, person(house, "Dana"), released(house), Paper.A4, file_name=name)
    made = make_pack(house, person(house, "Dana"), released(house), Paper.A4)
    with pytest.raises(Refused, match="the file's name"):
        write_paper(tmp_path / name, made)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["stories-2026-12-01.pdf", "Northgate House.pdf", "story-a4.pdf", "Stories for Spring.pdf", "pack 12.pdf"])  # fmt: skip
def test_a_file_may_be_named_after_the_day_and_the_house(house: Desk, tmp_path: Path, name: str) -> None:
    made = make_pack(house, person(house, "Dana"), released(house), Paper.A4, file_name=name)
    write_paper(tmp_path / name, made)


def test_a_story_withdrawn_while_the_pack_is_made_is_not_given_out(house: Desk) -> None:
    stories_of_pack = released(house)

    def progress(done: int, _all: int) -> None:
        if done == 5:
            act(house, stories.WithdrawStory, story_id=stories_of_pack[0])

    with pytest.raises(Refused, match="changed or withdrawn meanwhile"):
        make_pack(house, person(house, "Dana"), stories_of_pack, Paper.A4, progress=progress)


def test_a_word_that_was_kept_is_no_leak_wherever_a_page_sets_it(house: Desk) -> None:
    will = {"person_id": PersonId(new_id()), "name": "Will", "role": Role.SERVER}
    act(house, staff.AddPerson, **will)
    rows = {row.title: row.story_id for row in house.ask(story_rows)}
    window = rows["The window that faced the wall"]
    act(house, stories.WriteScene, story_id=window, scene=Scene.TAKE, text="Will you wait, she asked.")
    act(house, stories.DecideValue, story_id=window, value="Will", reason="she asks")
    act(house, stories.ReadStory, "Ruth", story_id=window)
    act(house, stories.ReleaseStory, story_id=window)
    assert make_pack(house, person(house, "Dana"), [window], Paper.A4).pages >= 1
