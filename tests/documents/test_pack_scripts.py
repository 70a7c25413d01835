"""Every script on paper: read back as typed, right to left set from the right, marks and figures in their place."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from hospitality_desk.documents.complex_text import complex_lines, without_shape
from hospitality_desk.documents.fonts import Cut
from hospitality_desk.documents.glyphs import undrawable
from hospitality_desk.documents.pack import BuiltPack, build_pack
from hospitality_desk.documents.pen import Style
from hospitality_desk.domain.stories.scenes import Scene
from tests.documents.papers import by_poppler, moment, pack_of, pages_by_pdfium, pages_by_pypdf, plain, story

# The window's own kind of application, so that the tests of the window find it later in the same run.
pytestmark = pytest.mark.usefixtures("qapp")

PLAIN = {
    "Latin": "Łódź, Győr, Ştefan, Đặng Thị Ngọc, Æsa, naïve “quotes” — 12 €…",
    "Greek": "Η κυρία ήρθε μόνη της, χωρίς πορτοφόλι.",
    "Cyrillic": "Гостья пришла одна, без кошелька. Їжак",
}
LEFT = {
    "Thai": "แขกโต๊ะ ๑๒ ร้องเรียนเรื่องอาหารช้า น้ำไม่เย็น",
    "Devanagari": "मेज़ 12 के अतिथि ने भोजन में देरी की शिकायत की; क्षमा माँगी",
    "Bengali": "১২ নম্বর টেবিলের অতিথি খাবার দেরির অভিযোগ করেছেন (Table 12)।",
    "Khmer": "ភ្ញៀវតុ ១២ បានត្អូញត្អែរអំពីម្ហូបយឺត។",
    "Armenian": "12-րդ սեղանի հյուրը բողոքեց ուշացումից։",
    "Georgian": "მე-12 მაგიდის სტუმარმა დაგვიანებაზე დაიჩივლა.",
    "Emoji": "It rings 😀 ✅ 🔔 and ★ ✓ → end",
    "Marks": "q\u0303 e\u0301 m\u0304 in one word",
}
RIGHT = {
    "Arabic": "الضيف في الطاولة ١٢ اشتكى من تأخر الطعام (Table 12) الساعة 19:45.",
    "Hebrew": "האורח בשולחן 12 התלונן על עיכוב באוכל (VIP) והוגש קינוח חינם.",
    "Persian": "میهمان میز ۱۲ از دیر رسیدن غذا گفت",
}
ALL = PLAIN | LEFT | RIGHT


def built_with(text: str) -> BuiltPack:
    return build_pack(pack_of(story(text)))


@pytest.mark.parametrize("name", ALL)
def test_what_was_typed_is_read_back(name: str) -> None:
    assert undrawable(pack_of(story(ALL[name]))) == ()
    (read,) = pages_by_pypdf(built_with(ALL[name]).pdf)
    assert "".join(ALL[name].split()) in "".join(read.split())


@pytest.mark.parametrize("name", PLAIN | LEFT)
def test_the_other_readers_agree_where_text_runs_to_the_right(name: str, tmp_path: Path) -> None:
    pdf = built_with(ALL[name]).pdf
    typed = "".join(ALL[name].split())
    assert typed in "".join(pages_by_pdfium(pdf)[0].split())
    assert typed in "".join(plain(by_poppler("pdftotext", pdf, tmp_path)).split())


@pytest.mark.parametrize("name", RIGHT)
def test_the_other_readers_find_the_words_and_figures_where_text_runs_to_the_left(name: str) -> None:
    (read,) = pages_by_pdfium(built_with(RIGHT[name]).pdf)
    for word in RIGHT[name].split():
        assert word.strip("().") in read


def test_pure_arabic_reads_the_same_everywhere(tmp_path: Path) -> None:
    typed = "الضيف في الطاولة اشتكى من تأخر الطعام"
    pdf = built_with(typed).pdf
    assert typed in pages_by_pypdf(pdf)[0]
    assert typed in pages_by_pdfium(pdf)[0]
    assert typed in plain(by_poppler("pdftotext", pdf, tmp_path))


def test_arabic_is_set_from_the_right_and_joined() -> None:
    style = Style(Cut.SERIF, 12.4, 18.75)
    lines = complex_lines(RIGHT["Arabic"] * 3, style, 200)
    assert len(lines) > 2
    assert all(line.from_right for line in lines)
    assert all(0 < line.width <= 200.5 for line in lines)
    # ب alone, at the end, in the middle and at the beginning of a word are four shapes.
    alone, joined = (complex_lines(text, style, 200)[0] for text in ("ب", "ببب"))
    shapes = [{glyph.key for glyph in line.glyphs} for line in (alone, joined)]  # type: ignore[attr-defined]
    assert len(shapes[1] - shapes[0]) == 3  # its dot is a shape of its own


def test_figures_are_never_turned() -> None:
    """١٢ stays twelve: its one stands left of its two, as in "Table 12"."""
    (line,) = complex_lines("طاولة ١٢ (Table 12)", Style(Cut.SERIF, 12.4, 18.75), 300)
    words = {word.letters: word.x for word in line.unseen}  # type: ignore[attr-defined]
    assert words["١"] < words["٢"]
    assert words["Table "] < words["12"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    style = Style(Cut.SERIF, 12.4, 18.75)
    lines = complex_lines("ก" * 500, style, 100)
    assert len(lines) > 10
    assert all(line.width <= 100.5 for line in lines)
    assert "".join(line.text for line in lines) == "ก" * 500


def test_labels_and_questions_come_in_other_scripts_as_well(tmp_path: Path) -> None:
    told = story(
        "x",
        title=RIGHT["Hebrew"],
        subtitle=LEFT["Thai"],
        take=(RIGHT["Arabic"],),
        questions=(RIGHT["Hebrew"], LEFT["Khmer"]),
        behaviours=(LEFT["Georgian"],),
        moments=(moment(3, RIGHT["Arabic"], True, Scene.LIVED), moment(9, LEFT["Armenian"], False, Scene.LIVED)),
    )
    read = "".join(pages_by_pypdf(build_pack(pack_of(told)).pdf)[0].split())
    for typed in (RIGHT["Hebrew"], LEFT["Thai"], RIGHT["Arabic"], LEFT["Khmer"], LEFT["Georgian"]):
        assert "".join(typed.split()) in read


def test_a_pack_is_built_on_a_thread_beside_the_window() -> None:
    done: list[BuiltPack] = []
    thread = threading.Thread(target=lambda: done.append(built_with(RIGHT["Arabic"])))
    thread.start()
    thread.join()
    assert "الضيف" in pages_by_pypdf(done[0].pdf)[0]


def test_without_a_window_a_qt_of_its_own_is_made() -> None:
    say = (
        "from tests.documents.test_pack_scripts import RIGHT, built_with\n"
        "from tests.documents.papers import pages_by_pypdf\n"
        "import os; os.environ.pop('QT_QPA_PLATFORM', None); os.environ.pop('DISPLAY', None)\n"
        "assert 'الضيف' in pages_by_pypdf(built_with(RIGHT['Arabic']).pdf)[0]"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-X", "utf8", "-c", say], check=True, cwd=root, capture_output=True)


def test_a_shape_of_the_systems_stands_upright_beside_italics_as_well() -> None:
    """The same character is one shape, whatever it stands beside."""
    keys = []
    for cut in (Cut.SERIF, Cut.ITALIC, Cut.SANS_BOLD):
        (line,) = complex_lines("客", Style(cut, 12, 18), 300)
        glyph = line.glyphs[0]  # type: ignore[attr-defined]
        path = glyph.raw.pathForGlyph(glyph.key[1]).boundingRect()
        keys.append((glyph.key, round(path.width()), round(path.x())))
    assert len(set(keys)) == 1


HAN = "十二号桌客人投诉上菜太慢"


def test_chinese_is_drawn_where_the_system_can_and_named_where_not() -> None:
    has_font = any(
        system in (QFontDatabase.WritingSystem.SimplifiedChinese,)
        for family in QFontDatabase.families()
        for system in QFontDatabase.writingSystems(family)
    )
    found = undrawable(pack_of(story(f"She waited. {HAN}. And left.")))
    if not has_font:
        assert {each.char for each in found} == set(HAN)
        assert found[0].name == "CJK UNIFIED IDEOGRAPH-5341"
        assert found[0].story == 1
        assert found[0].sentence == f"{HAN}."
    else:
        drawable = set(HAN) - {each.char for each in found}
        text = "".join(char for char in HAN if char in drawable)
        assert text in pages_by_pypdf(built_with(text).pdf)[0] if text else found


def test_characters_without_a_shape_are_named_with_their_sentence() -> None:
    first = story("Fine. A private \ue000 sign, and \U00012000 too. Fine.")
    found = undrawable(pack_of(first, story(title="Also \ue000 here")))
    assert [(each.code, each.story, each.sentence) for each in found] == [
        ("U+E000", 1, "A private \ue000 sign, and \U00012000 too."),
        ("U+12000", 1, "A private \ue000 sign, and \U00012000 too."),
        ("U+E000", 2, "Also \ue000 here"),
    ]
    assert found[1].name == "CUNEIFORM SIGN A"
    assert undrawable(pack_of(story("\ud800")))[0].code == "U+D800"
    assert without_shape({"\u2003", "A", "\U00012000"}) == {"\U00012000"}
