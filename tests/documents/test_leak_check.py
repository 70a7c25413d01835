"""The leak check finds a planted name wherever it hides, and never our own furniture."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from hospitality_desk.documents.leak_check import Leak, leaks_in
from hospitality_desk.documents.pack import BuiltPack, build_pack
from hospitality_desk.documents.pdf_corners import Where
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.paper import PaperStory
from hospitality_desk.domain.stories.scenes import Scene
from hospitality_desk.errors import FileTrouble
from tests.documents.papers import PURSE, moment, pack_of, story

GUEST, PHONE, HOUSE = "Quentin Rivera", "917-555-0147", "Northgate House"
KNOWN = KnownList(
    [
        Known(value=GUEST, type=FindType.NAME, replacement="the guest"),
        Known(value=PHONE, type=FindType.PHONE, replacement=""),
        Known(value=HOUSE, type=FindType.PLACE, replacement="the house"),
        Known(value="فاطمة الزهراني", type=FindType.NAME, replacement="the guest"),
        Known(value="Анна Петрова", type=FindType.NAME, replacement="the guest"),
    ]
)
Change = Callable[[pypdf.PdfWriter], object]


def check(
    built: BuiltPack, name: str = "stories.pdf", pdf: bytes | None = None, stories: tuple[PaperStory, ...] = ()
) -> list[Leak]:
    sentences = [
        (n, sentence.strip() + ".")
        for n, each in enumerate(stories, 1)
        for _scene, texts in each.scenes
        for text in texts
        for sentence in text.split(".")
        if sentence.strip()
    ]
    return list(leaks_in(pdf or built.pdf, name, KNOWN.finds, built.furniture, sentences, [GUEST, "0147"]))


def changed(built: BuiltPack, change: Change) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(built.pdf), full=True)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


CLEAN = build_pack(pack_of(PURSE, story("word " * 900, moments=(moment(2, "A word", True, Scene.LIVED),))))


def test_a_clean_pack_is_clean_though_the_house_stands_in_its_foot() -> None:
    assert check(CLEAN) == []


def test_without_its_furniture_named_the_foot_is_a_leak() -> None:
    assert {leak.known for leak in leaks_in(CLEAN.pdf, "a.pdf", KNOWN.finds, (), [])} == {HOUSE}


@pytest.mark.parametrize(
    "text",
    [
        "She gave her name as Quentin Rivera and waited.",
        "He wrote QUENTIN  RIVERA on the card.",
        "That was Rivera’s purse.",
        "Q u e n t i n R i v e r a was called.",
        "It was Quen\u00adtin Rive\u00adra.",
        "It was Quen\u200btin Rivera.",
        f"She left {PHONE} with us.",
        "She left (917) 555 0147 with us.",
        f"We love {HOUSE}, she said.",
        f"{'word ' * 9}Quentin Rivera {'word ' * 12}",
        "Анна Петрова пришла одна.",
    ],
)
def test_a_name_in_the_body_is_found_on_its_page_and_traced_to_its_sentence(text: str) -> None:
    told = story(text, title="Second")
    built = build_pack(pack_of(PURSE, told))
    leaks = [leak for leak in check(built, stories=(PURSE, told)) if leak.where == Where.TEXT]
    assert leaks
    assert {(leak.page, leak.story) for leak in leaks} == {(2, 2)}
    assert any(leak.sentence and leak.sentence in text.strip() + "." for leak in leaks)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text", ["جاءت فاطمة الزهراني وحدها", "She was فاطمة الزهراني alone", "جاءت فاطمة الزهراني (Table 12) ١٢"]
)
def test_a_name_that_runs_to_the_left_is_found(text: str) -> None:
    assert "فاطمة الزهراني" in {leak.known for leak in check(build_pack(pack_of(story(text))))}


@pytest.mark.parametrize("count", range(0, 60, 3))
def test_a_name_over_the_end_of_a_line_or_a_page_is_found(count: int) -> None:
    text = "A" + "n" * count + "d " + ("the rain fell on the hall " * 40 + "Quentin Rivera ") * 12
    told = build_pack(pack_of(story(text)))
    leaks = [leak for leak in check(told) if leak.known == GUEST and leak.where == Where.TEXT]
    assert {leak.page for leak in leaks} >= set(range(1, told.pages))


@pytest.mark.parametrize(
    "planted",
    [
        replace(PURSE, title="The purse of Quentin Rivera"),
        replace(PURSE, subtitle="Ms Rivera arrives without the means to pay."),
        replace(PURSE, take=("Rivera was believed.",)),
        replace(PURSE, behaviours=("Believes Quentin Rivera",)),
        replace(PURSE, questions=("What did Rivera need?",)),
        replace(PURSE, moments=(moment(1, "Rivera comes in", True, Scene.LIVED),)),
    ],
)
def test_a_name_in_any_part_of_the_page_is_found(planted: PaperStory) -> None:
    assert any(leak.known == GUEST and leak.where == Where.TEXT for leak in check(build_pack(pack_of(planted))))


def test_a_name_in_titles_is_found_in_outline_and_properties() -> None:
    built = build_pack(pack_of(replace(PURSE, title="Quentin Rivera"), title="The evening of Quentin Rivera"))
    assert {leak.where for leak in check(built) if leak.known == GUEST} >= {Where.OUTLINE, Where.METADATA, Where.TEXT}


def test_the_house_is_let_pass_in_the_foot_and_nowhere_else() -> None:
    leaks = check(build_pack(pack_of(story(f"At {HOUSE} it rained."), PURSE)))
    assert [(leak.where, leak.page, leak.known) for leak in leaks] == [(Where.TEXT, 1, HOUSE)]
    assert check(build_pack(pack_of(PURSE, title=f"Stories of {HOUSE}")))[0].where == Where.METADATA


@pytest.mark.parametrize("name", ["Quentin Rivera.pdf", "quentin_rivera-2.pdf", "stories for RIVERA.pdf"])
def test_a_name_in_the_file_name_is_found(name: str) -> None:
    assert {leak.where for leak in check(CLEAN, name)} == {Where.FILE_NAME}


def jpeg(**extra: bytes) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG", **extra)
    return out.getvalue()


def exif() -> bytes:
    told = Image.Exif()
    told[0x010F] = "PhoneMaker"
    told[0x013B] = GUEST
    return told.tobytes()


XMP = f"<x:xmpmeta><dc:creator>{GUEST}</dc:creator></x:xmpmeta>".encode()


def with_picture(data: bytes) -> Change:
    def change(writer: pypdf.PdfWriter) -> None:
        picture = StreamObject()
        picture._data = data
        picture.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Image"),
                NameObject("/Width"): NumberObject(8),
                NameObject("/Height"): NumberObject(8),
                NameObject("/ColorSpace"): NameObject("/DeviceRGB"),
                NameObject("/BitsPerComponent"): NumberObject(8),
                NameObject("/Filter"): NameObject("/DCTDecode"),
            }
        )
        writer._add_object(picture)

    return change


@pytest.mark.parametrize(
    "data",
    [jpeg(exif=exif()), jpeg(comment=GUEST.encode()), jpeg(xmp=XMP), jpeg(comment=GUEST.encode("utf-16-le"))],
    ids=["exif", "comment", "xmp", "utf-16"],
)
def test_what_a_picture_tells_about_itself_is_found(data: bytes) -> None:
    leaks = check(CLEAN, pdf=changed(CLEAN, with_picture(data)))
    assert Where.IMAGE in {leak.where for leak in leaks if leak.known == GUEST}
    assert check(CLEAN, pdf=changed(CLEAN, with_picture(jpeg()))) == []


def add_link(writer: pypdf.PdfWriter) -> None:
    action = DictionaryObject(
        {
            NameObject("/S"): NameObject("/URI"),
            NameObject("/URI"): TextStringObject("https://example.org/quentin-rivera"),
        }
    )
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)]),
            NameObject("/A"): action,
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def add_stream(writer: pypdf.PdfWriter) -> None:
    hidden = DecodedStreamObject()
    hidden.set_data(f"nothing shows {GUEST} here".encode())
    writer._add_object(hidden.flate_encode())


def add_string(writer: pypdf.PdfWriter) -> None:
    writer._add_object(ArrayObject([TextStringObject(f"for {GUEST}")]))


def add_xmp(writer: pypdf.PdfWriter) -> None:
    told = DecodedStreamObject()
    told.set_data(XMP)
    told[NameObject("/Type")] = NameObject("/Metadata")
    told[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(told)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda writer: writer.add_metadata({"/Keywords": f"purse, {GUEST}"}), Where.METADATA),
        (lambda writer: writer.add_metadata({"/Author": GUEST}), Where.METADATA),
        (add_xmp, Where.METADATA),
        (lambda writer: writer.add_outline_item(title=f"For {GUEST}", page_number=0), Where.OUTLINE),
        (add_link, Where.LINK),
        (lambda writer: writer.add_attachment("quentin rivera.txt", b"hello"), Where.ATTACHMENT),
        (lambda writer: writer.add_attachment("note.txt", f"call {GUEST}".encode()), Where.ATTACHMENT),
        (add_stream, Where.INSIDE),
        (add_string, Where.INSIDE),
    ],
    ids=["keywords", "author", "xmp", "outline", "link", "attached name", "attachment", "stream", "string"],
)
def test_a_name_in_any_corner_of_the_file_is_found(change: Change, where: Where) -> None:
    assert where in {leak.where for leak in check(CLEAN, pdf=changed(CLEAN, change)) if leak.known == GUEST}


def test_what_is_marked_as_ours_but_is_not_is_no_excuse() -> None:
    def change(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[0]
        more = DecodedStreamObject()
        old = page["/Contents"].get_object().get_data()  # type: ignore[union-attr]
        font = next(name for name, each in page["/Resources"]["/Font"].items() if "Inter-Regular" in each["/BaseFont"])  # type: ignore[index]
        more.set_data(old + f"\n/Artifact BMC BT {font} 9 Tf 50 20 Td ({GUEST}) Tj ET EMC".encode())
        page[NameObject("/Contents")] = writer._add_object(more)

    leaks = check(CLEAN, pdf=changed(CLEAN, change))
    assert (Where.TEXT, 1, GUEST) in {(leak.where, leak.page, leak.known) for leak in leaks}


def test_a_file_on_disk_and_one_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(CLEAN.pdf)
    assert leaks_in(path, path.name, KNOWN.finds, CLEAN.furniture, []) == ()
    with pytest.raises(FileTrouble):
        leaks_in(tmp_path / "not there.pdf", "a.pdf", KNOWN.finds, (), [])
    for broken in (b"", b"no paper at all", CLEAN.pdf[:200]):
        with pytest.raises(FileTrouble):
            leaks_in(broken, "a.pdf", KNOWN.finds, (), [])
