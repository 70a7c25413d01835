"""The pages: the very bytes, saved whole, printed page by page; nothing that is not released, nobody's name."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton

from hospitality_desk.commands import stories as acts
from hospitality_desk.domain.ids import StoryId
from hospitality_desk.domain.stories.paper import Paper
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.gui.paper.print_run import PrintRun, set_sheet
from tests.gui.lanes import bring_home
from tests.gui.story_stage import StoryStage

pytestmark = pytest.mark.qt_log_ignore("does not support", "Paint device returned engine", extend=True)
"""The offscreen screen cannot raise a window."""


def pages_of(stories: StoryStage, *story_ids: StoryId, draft: bool = False) -> None:
    stories.navigation.stories.show_stories()
    stories.navigation.stories.show_paper(story_ids, draft)
    stories.until(lambda: stories.paper.made is not None)


def test_released_stories_are_shown_as_they_print(stories: StoryStage) -> None:
    ids = [stories.released(f"Story {name}") for name in ("one", "two", "three")]
    pages_of(stories, *ids)
    paper = stories.paper
    assert paper.made is not None
    assert paper.made.stories == 3
    assert paper.head.title.text() == "3 stories"
    assert paper.foot.clean.words.text() == f"No names or numbers found on {paper.made.pages} pages"
    assert paper.foot.released.words.text() == "All 3 stories are released"
    stories.until(lambda: paper.view.is_painted)
    assert "We sat them by the window." in paper.view.accessibleDescription()
    assert paper.view.in_sight() == (1, 2)
    assert stories.part("print_button", QAbstractButton).isEnabled()
    stories.tap("pages_after")
    stories.until(lambda: paper.view.in_sight()[1] == paper.made.pages)


def test_another_sheet_is_another_file_and_is_remembered(stories: StoryStage) -> None:
    pages_of(stories, stories.released())
    assert stories.paper.paper == Paper.LETTER  # the house counts in dollars
    before = stories.paper.made
    stories.tap("sheet_a4")
    stories.until(lambda: stories.paper.made not in (None, before))
    assert stories.window.around.bridge.station.preference("paper_sheet") == "a4"


def test_a_draft_is_shown_and_neither_saved_nor_printed(stories: StoryStage) -> None:
    pages_of(stories, stories.blank(), draft=True)
    for name in ("save_pdf", "print_button"):
        button = stories.part(name, QAbstractButton)
        assert not button.isEnabled()
        assert button.accessibleDescription() == "Draft: it can be printed once it is released."
    stories.paper.save()
    stories.paper.print()
    assert not stories.has("save_dialog")
    assert not stories.has("no_printer")
    assert stories.has("paper_clean")


def test_a_refusal_is_shown_whole_and_leads_to_the_story(stories: StoryStage) -> None:
    first, second = stories.released("One"), stories.blank("Never read")
    stories.navigation.stories.show_stories()
    stories.navigation.stories.show_paper((first, second), False)
    stories.until(lambda: stories.has("paper_refusal_says"))
    assert "Never read" in stories.paper.refusal.says.text()
    assert stories.paper.made is None
    assert not stories.part("save_pdf", QAbstractButton).isEnabled()
    stories.tap("open_refused_story")
    stories.until(lambda: stories.page.editor is not None)


def test_a_name_learnt_later_is_refused_with_its_sentence(stories: StoryStage) -> None:
    story_id = stories.blank()
    stories.do(acts.WriteScene, "Dana", story_id=story_id, scene=Scene.DID, text="Zoe was kind.")
    stories.do(acts.DecideValue, "Dana", story_id=story_id, value="Zoe", reason="our cat")
    stories.do(acts.ReadStory, "Carlo", story_id=story_id)
    stories.do(acts.ReleaseStory, "Dana", story_id=story_id)
    stories.evening.person("Zoe", who="Dana")
    stories.navigation.stories.show_stories()
    stories.navigation.stories.show_paper((story_id,), False)
    stories.until(lambda: stories.has("paper_leak"))
    assert "Zoe was kind." in stories.part("paper_leak_words").text()  # type: ignore[attr-defined]
    stories.tap("open_refused_story")
    stories.until(lambda: stories.page.editor is not None and stories.page.editor.story_id == story_id)


def test_a_saved_file_is_whole_and_can_be_opened(
    stories: StoryStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    pages_of(stories, stories.released())
    made = stories.paper.made
    assert made is not None
    target = tmp_path / "out" / "story.pdf"
    target.parent.mkdir()
    stories.paper.out.write(made, str(target))
    stories.until(lambda: stories.toast == "Saved: story.pdf")
    assert target.read_bytes() == made.pdf
    stories.tap("toast_way_1")
    stories.tap("toast_way_2")
    assert opened == [str(target), str(target.parent)]
    assert stories.window.around.bridge.station.preference("paper_folder") == str(target.parent)


def test_a_file_that_cannot_be_written_says_so_and_leaves_the_old_one(
    stories: StoryStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages_of(stories, stories.released())
    made = stories.paper.made
    assert made is not None
    target = tmp_path / "story.pdf"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("hospitality_desk.documents.safe_file.os.fsync", full)
    stories.paper.out.write(made, str(target))
    stories.until(lambda: stories.toast.startswith("The disk is full"))
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob(".*.part"))


def test_without_a_printer_it_says_so_and_offers_the_file(stories: StoryStage) -> None:
    pages_of(stories, stories.released())
    stories.paper.out.printers = lambda: []
    stories.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    stories.until(lambda: stories.has_keyboard("no_printer_save"))
    assert "This PC knows no printer." in stories.paper.no_printer.says.words.text()
    stories.key(Qt.Key.Key_Return)
    stories.until(lambda: stories.has("save_dialog"))
    assert not stories.has("no_printer")
    stories.part("save_dialog").close()


def test_with_a_printer_a_person_is_asked_which(stories: StoryStage) -> None:
    pages_of(stories, stories.released())
    stories.paper.out.printers = lambda: ["Office"]
    stories.tap("print_button")
    stories.until(lambda: bool(stories.window.findChildren(QPrintDialog)))
    stories.window.findChildren(QPrintDialog)[0].reject()
    assert not stories.paper.out.is_printing


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    set_sheet(printer, Paper.A4)
    printer.setResolution(72)
    return printer


def test_pages_go_out_one_by_one(stories: StoryStage, tmp_path: Path) -> None:
    pages_of(stories, *(stories.released(f"Story {name}") for name in ("one", "two")))
    made = stories.paper.made
    assert made is not None
    told: list[tuple[int, int]] = []
    stories.paper.out.printed.connect(lambda done, of: told.append((done, of)))
    stories.paper.out.print_on(to_file(tmp_path / "out.pdf"), made)
    assert stories.has("paper_busy")
    stories.until(lambda: stories.toast == "Printed.")
    assert told == [(n, made.pages) for n in range(1, made.pages + 1)]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert stories.has("page_view")


def test_printing_can_be_given_up(stories: StoryStage, tmp_path: Path) -> None:
    pages_of(stories, *(stories.released(f"Story {name}") for name in ("one", "two", "three")))
    made = stories.paper.made
    assert made is not None
    run: list[int] = []
    stories.paper.out.printed.connect(lambda done, _of: (run.append(done), stories.paper.out.cancel()))
    stories.paper.out.print_on(to_file(tmp_path / "out.pdf"), made)
    stories.until(lambda: stories.toast.startswith("Printing was ended."))
    assert run == [1]
    assert not stories.paper.findChildren(PrintRun)


def test_making_can_be_given_up_and_what_comes_of_it_is_dropped(stories: StoryStage) -> None:
    story_id = stories.released()
    stories.navigation.stories.show_stories()
    stories.navigation.stories.show_paper((story_id,), False)
    stories.paper.busy.cancel.click()
    bring_home(stories.window.around.bridge)
    assert stories.paper.made is None
    stories.until(lambda: stories.has("stories_list"))


def test_pages_are_made_again_when_their_story_changes(stories: StoryStage) -> None:
    story_id = stories.released()
    pages_of(stories, story_id)
    stories.do(acts.WriteScene, "Dana", story_id=story_id, scene=Scene.ENDED, text="They stayed.")
    stories.until(lambda: stories.has("paper_refusal_says"))
    assert "Not released" in stories.paper.refusal.says.text()
