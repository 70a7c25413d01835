"""The pack as a PDF: what is on its pages and in its file, and what becomes of the longest and the shortest story."""

import io
import os
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from hospitality_desk.documents.pack import build_pack
from hospitality_desk.domain.stories.paper import Paper, PaperStory
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.errors import BugError
from tests.documents.papers import PURSE, by_poppler, moment, pack_of, pages_by_pdfium, pages_by_pypdf, plain, story


@pytest.mark.parametrize("paper", list(Paper))
def test_the_purse_stands_on_one_page(paper: Paper, tmp_path: Path) -> None:
    built = build_pack(pack_of(PURSE, paper=paper))
    assert built.pages == 1
    (read,) = pages_by_pdfium(built.pdf)
    for text in (PURSE.title, PURSE.subtitle, *(each for _scene, texts in PURSE.scenes for each in texts)):
        assert plain(text) in read
    for text in (*PURSE.take, *PURSE.behaviours, *PURSE.questions, *(each.label for each in PURSE.moments)):
        assert plain(text) in read
    for text in ("Stories from the door", "aloud", "What we noticed", "28 min", "we told the guest", "Northgate House"):
        assert text in read
    size = by_poppler("pdfinfo", built.pdf, tmp_path)
    assert {Paper.A4: "595.28 x 841.89 pts (A4)", Paper.LETTER: "612 x 792 pts (letter)"}[paper] in size


def test_the_file_names_nobody_and_no_hour(tmp_path: Path) -> None:
    built = build_pack(pack_of(PURSE))
    reader = pypdf.PdfReader(io.BytesIO(built.pdf))
    assert reader.metadata is not None
    about = {name: str(value) for name, value in reader.metadata.items()}
    assert about["/Title"] == "Stories from the door"
    assert about["/Author"] == about["/Creator"] == about["/Producer"] == "Hospitality Desk"
    assert not [name for name in about if "Date" in name]
    assert reader.root_object["/Lang"] == "en"
    assert b"Northgate" not in b"".join(str(value).encode() for value in about.values())


def test_only_shipped_fonts_are_in_it_and_all_embedded(tmp_path: Path) -> None:
    lines = by_poppler("pdffonts", build_pack(pack_of(PURSE)).pdf, tmp_path).splitlines()[2:]
    names = {line.split()[0].partition("+")[2] for line in lines}
    assert names == {
        "Inter-SemiBold",
        "Inter-Regular",
        "DeskSerifDisplay-Light",
        "SourceSerif4-Italic",
        "SourceSerif4-Regular",
    }
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)


def test_each_story_begins_on_a_page_of_its_own_and_stands_in_the_outline() -> None:
    long = story("word " * 3000, title="Long")
    built = build_pack(pack_of(PURSE, long, replace(PURSE, title="Again")))
    assert built.starts[:2] == (1, 2)
    assert built.starts[2] == built.pages > 4
    reader = pypdf.PdfReader(io.BytesIO(built.pdf))
    titles = [(entry.title, reader.get_destination_page_number(entry)) for entry in reader.outline]  # type: ignore[union-attr, arg-type]
    assert titles == [("The purse in the taxi", 0), ("Long", 1), ("Again", built.pages - 1)]


def test_furniture_is_what_we_put_on_each_page() -> None:
    built = build_pack(pack_of(PURSE, story("word " * 800)))
    assert len(built.furniture) == built.pages
    assert built.furniture[0].startswith("1Stories from the door")
    assert "What we did" in built.furniture[0]
    assert "taxi" not in built.furniture[0]
    assert all(each.endswith(f"Northgate House{n}") for n, each in enumerate(built.furniture, 1))


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert build_pack(pack_of(PURSE)).pdf == build_pack(pack_of(PURSE)).pdf


def test_an_absent_part_leaves_no_heading() -> None:
    bare = PaperStory(title="T", subtitle="", scenes=(), take=(), behaviours=(), questions=(), moments=())
    (read,) = pages_by_pypdf(build_pack(pack_of(bare)).pdf)
    for heading in ("What", "Behaviours", "To talk about", "min", "we told the guest"):
        assert heading not in read.replace("1 minute aloud", "")
    assert "Names and details are changed." in read
    (read,) = pages_by_pypdf(build_pack(pack_of(story(take=("Take it.",)))).pdf)
    assert "What to take from it Take it." in read
    assert "Behaviours" not in read
    empty = replace(bare, scenes=((Scene.LIVED, ("", " ")),), take=("",), questions=(" ",), behaviours=("\u200b",))
    (read,) = pages_by_pypdf(build_pack(pack_of(empty)).pdf)
    assert "What" not in read
    assert "Behaviours" not in read
    assert "To talk" not in read


def test_a_title_of_other_letters_takes_the_next_cut() -> None:
    (read,) = pages_by_pypdf(build_pack(pack_of(story(title="Сумка в такси", subtitle="Η τσάντα στο ταξί"))).pdf)
    assert "Сумка в такси Η τσάντα στο ταξί" in read


LONG_WORDS = ("The guest waited in the hall while we looked for the coat. " * 400)[:20_000].strip()


def longest() -> PaperStory:
    scenes = (Scene.LIVED, Scene.NOTICED, Scene.DID, Scene.ENDED)
    return PaperStory(
        title="A title that is longer than any line, and goes on " * 4,
        subtitle=LONG_WORDS[:300],
        scenes=(
            (Scene.LIVED, (LONG_WORDS,)),
            (Scene.NOTICED, ("W" * 5000, "Short.")),
            (Scene.DID, (LONG_WORDS, "And more.")),
            (Scene.ENDED, ("It ended.",)),
        ),
        take=(LONG_WORDS[:2000],),
        behaviours=tuple(f"Behaviour {n} shown" for n in range(30)),
        questions=tuple(f"Question {n}: what did he see before she said a word?" for n in range(60)),
        moments=tuple(moment(n * 7, f"Moment {n}", n % 3 == 0, scenes[n // 75]) for n in range(300)),
    )


@pytest.mark.parametrize("paper", list(Paper))
def test_the_longest_story_is_all_on_paper(paper: Paper) -> None:
    built = build_pack(pack_of(longest(), paper=paper))
    pages = pages_by_pdfium(built.pdf)
    whole = "".join(" ".join(pages).split())
    for n in range(300):
        assert f"Moment{n}" in whole
    for n in range(60):
        assert f"Question{n}:whatdidhesee" in whole
    for n in range(30):
        assert f"Behaviour{n}shown" in whole
    assert whole.count("W") >= 5000
    typed = " ".join([LONG_WORDS, LONG_WORDS, LONG_WORDS[:2000], LONG_WORDS[:300]])
    assert whole.count("coat.") == typed.count("coat.")


def boxes(pdf: bytes, folder: Path) -> list[list[tuple[float, float, float, float]]]:
    """Where each line of each page stands: left, top, right, bottom."""
    found: list[list[tuple[float, float, float, float]]] = []
    for line in by_poppler("pdftotext", pdf, folder, "-bbox-layout").splitlines():
        if "<page " in line:
            found.append([])
        if "<line " in line:
            parts = line.split('"')
            found[-1].append((float(parts[1]), float(parts[3]), float(parts[5]), float(parts[7])))
    return found


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_stands_over_anything_or_beyond_the_margins(paper: Paper, tmp_path: Path) -> None:
    size = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}[paper]
    for lines in boxes(build_pack(pack_of(longest(), PURSE, story(), paper=paper)).pdf, tmp_path):
        for n, (left, top, right, bottom) in enumerate(lines):
            assert left >= 48
            assert right <= size[0] - 48
            assert top >= 40
            assert bottom <= size[1] - 34
            for other in lines[:n]:
                across = min(right, other[2]) - max(left, other[0])
                along = min(bottom, other[3]) - max(top, other[1])
                assert across < 1 or along < 0.45 * (bottom - top), (lines[n], other)


def test_progress_counts_stories_and_cancels(tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    build_pack(pack_of(PURSE, PURSE), lambda done, whole: said.append((done, whole)))
    assert said == [(0, 2), (1, 2), (2, 2)]

    class Stop(Exception):
        pass

    def stop(done: int, whole: int) -> None:
        if done == 1:
            raise Stop

    with pytest.raises(Stop):
        build_pack(pack_of(PURSE, PURSE), stop)
    assert build_pack(pack_of(PURSE)).pages == 1


def test_what_nobody_can_draw_is_never_built() -> None:
    with pytest.raises(BugError, match=r"U\+E000"):
        build_pack(pack_of(story("Private \ue000 sign.")))


def test_memory_stays_steady_over_three_hundred_stories() -> None:
    build_pack(pack_of(PURSE))
    tracemalloc.start()
    try:
        peaks = []
        for count in (100, 300):
            pack = pack_of(*[replace(PURSE, title=f"Story {n}") for n in range(count)])
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            assert build_pack(pack).pages == count
            peaks.append(tracemalloc.get_traced_memory()[1] - before)
    finally:
        tracemalloc.stop()
    assert peaks[1] < 4 * peaks[0]
    assert peaks[1] < 60_000_000


def test_the_window_can_import_it_without_reportlab() -> None:
    say = (
        "import sys, hospitality_desk.documents.pack, hospitality_desk.documents.leak_check\n"
        "print([name for name in ('reportlab', 'pypdf', 'pypdfium2', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", say], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.strip() == "[]"
