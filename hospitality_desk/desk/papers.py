"""Papers of released stories: made, looked through for every name, and only then handed out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.pack_search import PackSearch
from hospitality_desk.desk.paper_checks import check_drawable, check_file, check_still_clean, check_words_around
from hospitality_desk.documents.pack import build_pack
from hospitality_desk.documents.safe_file import write_safely
from hospitality_desk.domain.drafting.on_paper import on_paper
from hospitality_desk.domain.ids import PersonId, StoryId
from hospitality_desk.domain.staff import Permission
from hospitality_desk.domain.stories.paper import Paper, PaperPack
from hospitality_desk.errors import Refused
from hospitality_desk.queries.stories import ReleasedStory, StoryRow, released_hash, released_story, story_for
from hospitality_desk.words import _, language

Progress = Callable[[int, int], None]
"""Called with what is done and all there is; what it raises ends the work."""
_LOOKS_A_STORY = 16
"""How many texts of the finished file are looked through for a story, about: two readers, several ways each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePaper:
    """A finished PDF and a name to propose for its file. `search` looks through another name somebody gives it."""

    pdf: bytes
    pages: int
    stories: int
    file_name: str
    search: PackSearch | None = None


def make_pack(
    desk: Desk,
    by: PersonId,
    story_ids: Sequence[StoryId],
    paper: Paper,
    *,
    title: str | None = None,
    file_name: str | None = None,
    progress: Progress | None = None,
) -> MadePaper:
    """Make one PDF of released stories, in the order given, and look through the finished file.

    Raises Refused, with one line for each in `missing`, when a story is not released, when a character cannot be drawn
    here, and when a name, number, date or place is found in the file. Nothing is written anywhere.
    """
    desk.check_may(by, Permission.PRINT_STORIES)
    steps = _Steps(len(story_ids), progress)
    stories = _released(desk, story_ids, steps)
    pack = PaperPack(
        title=title or _("Stories from the door"), house=desk.house.name, stories=tuple(each.page for each in stories),
        paper=paper, language=language(),
    )  # fmt: skip
    search = PackSearch(stories, desk.house.name, steps.looked)
    alone = stories[0].page.title if len(stories) == 1 else None
    named = file_name or _file_name(title or alone or pack.title)
    check_words_around(search, title or "", named)
    check_drawable(pack, stories)
    built = build_pack(pack, steps.drawn)
    check_file(built, named, search)
    if any(desk.ask(released_hash, story_id) != each.hash for story_id, each in zip(story_ids, stories, strict=True)):
        raise Refused(_("A story was changed or withdrawn meanwhile. Look at it, then print again."))
    steps.finished()
    return MadePaper(
        pdf=built.pdf,
        pages=built.pages,
        stories=len(stories),
        file_name=named,
        search=PackSearch(stories, search.house),
    )


class _Steps:
    """Tells how far the three passes over the stories are: asked for, drawn, looked through."""

    def __init__(self, stories: int, progress: Progress | None) -> None:
        self._stories, self._progress = stories, progress
        self._looks = 0

    def asked(self, done: int) -> None:
        """Tell that so many stories are here."""
        self._tell(done)

    def drawn(self, done: int, _all: int) -> None:
        """Tell that so many stories are drawn."""
        self._tell(self._stories + done)

    def looked(self) -> None:
        """Tell that one more text of the finished file was looked through."""
        self._looks += 1
        self._tell(2 * self._stories + min(self._stories, self._looks // _LOOKS_A_STORY))

    def finished(self) -> None:
        """Tell that all is done."""
        self._tell(3 * self._stories)

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, 3 * self._stories)


def draft_paper(desk: Desk, by: PersonId, story_id: StoryId, paper: Paper) -> MadePaper:
    """Make the page of one story as it would print, whatever its state; for the window alone, never for a file.

    Raises Refused for a story nobody knows, and when a character cannot be drawn here.
    """
    desk.check_may(by, Permission.READ_STORIES)
    whole = desk.ask(story_for, story_id, by)
    if whole is None:
        raise Refused(_("There is no such story here."))
    page = on_paper(whole.story.text)
    pack = PaperPack(
        title=_("Stories from the door"), house=desk.house.name, stories=(page,), paper=paper, language=language()
    )
    check_drawable(pack, [whole.story])
    built = build_pack(pack)
    return MadePaper(pdf=built.pdf, pages=built.pages, stories=1, file_name=_file_name(page.title))


def write_paper(file: Path, made: MadePaper) -> None:
    """Put a finished paper in its place whole.

    Raises FileTrouble, and then the old file is as it was; and Refused for a file name that tells who it was.
    """
    if made.search is not None:
        check_words_around(made.search, "", file.name)
    write_safely(file, made.pdf)


def _released(desk: Desk, story_ids: Sequence[StoryId], steps: _Steps) -> tuple[ReleasedStory, ...]:
    """Return the stories, asked one by one; refuse when one is not released, or is not clean any more."""
    found: list[ReleasedStory] = []
    held: list[StoryRow] = []
    for n, story_id in enumerate(story_ids, start=1):
        match desk.ask(released_story, story_id):
            case ReleasedStory() as story:
                found.append(story)
            case StoryRow() as row:
                held.append(row)
            case None:
                raise Refused(_("There is no such story here."))
        steps.asked(n)
    if held or not found:
        names = ", ".join(f"{each.number} ({each.title})" for each in held)
        raise Refused(_("Only released stories are printed. Not released: {stories}.").format(stories=names))
    check_still_clean(found)
    return tuple(found)


def _file_name(title: str) -> str:
    """Return a name any system takes: the title without what no file may be called."""
    plain = "".join(" " if char in '\\/:*?"<>|' or not char.isprintable() else char for char in title)
    return " ".join(plain.split())[:80].strip(". ") + ".pdf"
