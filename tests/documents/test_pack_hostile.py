"""Hostile text on paper: markup is letters, no file or address is opened, and nothing typed is lost."""

import io
import json
import os
import sys
import unicodedata
from collections import Counter

import pypdf
import pytest

from hospitality_desk.documents.glyphs import undrawable
from hospitality_desk.documents.pack import build_pack
from hospitality_desk.documents.text_lines import seen
from tests.documents.papers import PURSE, pack_of, pages_by_pdfium, pages_by_pypdf, story
from tests.helpers.shared import shared_file

pytestmark = pytest.mark.usefixtures("qapp")

LETTERS = [
    """<font color="[ [ [ [ ftype(ctype(0)) for x in [1]] ]]] and 'red'">exploit</font>""",
    """<font color="__import__('os').system('touch exploited')">x</font>""",
    '<img src="red.png" width="10" height="10"/>',
    '<img src="file:///etc/passwd" width="10" height="10"/>',
    '<img src="http://127.0.0.1:9/x.png" width="10" height="10"/>',
    '<onDraw name="os.system" label="x"/>t',
    'guest said <3 & "bad"',
    "5 < 6 and 7 > 6 <VIP guest> asked",
    "Tom & Jerry &amp; &copy; &nbsp; &#xD800; &nosuch;",
    '<font name="NoSuch">x</font><font size="99999">x</font>',
    "<b>I <i>not closed</b> <!-- x -->text <![CDATA[x]]> <?xml version='1.0'?>",
    "<12 people <guest>Ann</guest> <script>alert(1)</script>",
    r"(a) \(b\) \ ) ET Q EMC endstream endobj %%EOF /Artifact BMC",
    "%PDF-1.4 {} [] << >> \\n \\037 trailer",
    "EMC EMC /Artifact BMC",
]


@pytest.mark.parametrize("text", LETTERS)
def test_markup_and_operators_are_letters(text: str) -> None:
    told = story(text, title=text, subtitle=text, take=(text,), behaviours=(text,), questions=(text,))
    pdf = build_pack(pack_of(told, title=text)).pdf
    for (read,) in (pages_by_pypdf(pdf), pages_by_pdfium(pdf)):
        assert "".join(read.split()).count("".join(text.split())) >= 5
    assert not os.path.exists("exploited")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b\x0bc\x1fd", "ab cd"),
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("Jo\u200bhn \ufeffsoft\u00adhyphen", "John softhyphen"),
        ("tab\there\r\nand\u2028there", "tab here and there"),
        ("e" + "\u0301" * 100 + " end", "e" + "\u0301" * 100 + " end"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_what_nobody_sees_is_not_drawn(typed: str, shown: str) -> None:
    (read,) = pages_by_pypdf(build_pack(pack_of(story("Before.", take=(typed,), title=typed))).pdf)
    assert "".join(shown.split()) in "".join(read.split())
    assert not any(unicodedata.category(char) == "Cc" for char in read)


def test_naughty_strings_are_all_on_paper() -> None:
    """Each string is drawn whole where a font here has its characters, and named where none has."""
    strings = json.loads(shared_file("17_naughty_strings/blns.json").read_text(encoding="utf-8"))
    named = 0
    told = []
    for text in strings:
        if undrawable(pack_of(story(text))):
            named += 1
        elif seen(text).strip():
            told.append(text)
    assert named + len(told) > 500
    assert named < 60
    pdf = build_pack(pack_of(*(story(f"begin {text} end") for text in told))).pdf
    document = pypdf.PdfReader(io.BytesIO(pdf))
    starts = [document.get_destination_page_number(entry) or 0 for entry in document.outline]  # type: ignore[arg-type]
    pages = pages_by_pypdf(pdf)
    for text, start, end in zip(told, starts, [*starts[1:], len(pages)], strict=True):
        read = "".join("".join(pages[start:end]).split())
        assert_has_letters(read, text)


def assert_has_letters(read: str, typed: str) -> None:
    """Every letter typed is there as often as it was typed; readers order what runs to the left each in their way."""
    missing = Counter(seen(typed)) - Counter(read)
    assert not {char for char in missing if not char.isspace()}, (typed, read)


def test_no_file_and_no_address_is_opened() -> None:
    build_pack(pack_of(PURSE))  # the fonts are read once
    opened: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in ("open", "socket.connect", "socket.getaddrinfo", "os.system", "subprocess.Popen"):
            opened.append(f"{event} {arguments[0]}")

    sys.addaudithook(watch)  # it can never be taken away again
    try:
        build_pack(pack_of(*(story(text, title=text) for text in LETTERS)))
    finally:
        watching.clear()
    assert not opened
