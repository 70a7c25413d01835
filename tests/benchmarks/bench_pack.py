"""Build a pack of 100, 300 and 1,000 stories, against a bare ReportLab canvas writing the same lines; then its memory.

The bare limit knows every line and its place beforehand: it breaks no text, draws no marks and no outline.
"""

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from hospitality_desk.documents.fonts import Cut, font
from hospitality_desk.documents.leak_check import leaks_in
from hospitality_desk.documents.pack import build_pack
from hospitality_desk.documents.pen import Pen, Style
from hospitality_desk.domain.deidentify.finds import FindType, Known
from hospitality_desk.domain.deidentify.known_list import KnownList
from hospitality_desk.domain.stories.paper import PaperPack
from tests.benchmarks.ratios import compare, said, timed
from tests.documents.papers import PURSE, pack_of

Written = list[list[tuple[str, str, float, float, float]]]


def pack(count: int) -> PaperPack:
    return pack_of(*(replace(PURSE, title=f"The purse in taxi {n}") for n in range(count)))


def written(told: PaperPack) -> Written:
    """Every line our own pen writes, page by page: font, text, size, x, y."""
    pages: Written = [[]]

    class Watched(Pen):
        def write(self, text: str, cut: Cut, style: Style, x: float, y: float) -> None:
            pages[-1].append((font(cut).fontName, text, style.size, x, self.height - y))
            super().write(text, cut, style, x, y)

        def turn_page(self) -> None:
            pages.append([])
            super().turn_page()

    from hospitality_desk.documents import pack as room  # the bench alone looks over the pen's shoulder

    ours, room.Pen = room.Pen, Watched  # type: ignore[misc]
    try:
        build_pack(told)
    finally:
        room.Pen = ours  # type: ignore[misc]
    return pages[:-1]


def bare(pages: Written) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1, initialFontName="SourceSerif4-Regular")
    for lines in pages:
        for name, text, size, x, y in lines:
            canvas.setFont(name, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def memory() -> Iterator[tuple[int, str]]:
    for count in (1, 100, 300, 1000):
        say = (
            "import resource; from tests.benchmarks.bench_pack import pack, build_pack\n"
            f"build_pack(pack({count})); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
        )
        yield (
            count,
            subprocess.run([sys.executable, "-c", say], capture_output=True, text=True, check=True).stdout.strip(),
        )


def main() -> None:
    for count, runs in ((100, 10), (300, 5), (1000, 3)):
        told = pack(count)
        pages = written(told)
        compare(f"pack of {count} stories", lambda told=told: build_pack(told), lambda pages=pages: bare(pages), runs)  # type: ignore[misc]
    told = pack(100)
    built = build_pack(told)
    known = KnownList([Known(value=f"Guest{n} Rivera{n}", type=FindType.NAME, replacement="") for n in range(300)])
    look = [timed(lambda: leaks_in(built.pdf, "a.pdf", known.finds, built.furniture, [])) for _ in range(3)]
    said("read 100 stories back (limit: building)", look, [timed(lambda: build_pack(told)) for _ in range(3)])
    for count, megabytes in memory():
        sys.stdout.write(f"peak memory of the whole process, {count} stories: {megabytes} MB\n")


if __name__ == "__main__":
    main()
