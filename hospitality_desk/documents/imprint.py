"""What every paper of ours says about itself in its file, and never anything else."""

from typing import TYPE_CHECKING

from hospitality_desk.words import _

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MADE_BY = "Hospitality Desk"
"""Author, creator and producer: never a person, never a house."""


def subject() -> str:
    """Return what all packs are about."""
    return _("Stories to learn from")


def sign(canvas: "Canvas", title: str) -> None:
    """Give a paper its properties: title, subject and our own name, and no date: the day it was made says when."""
    # ReportLab is slow to import, and the window must not wait for it.
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString

    class Undated(PDFInfo):  # type: ignore[misc] # ReportLab knows no types; its own kind always writes two dates
        def format(self, document: object) -> bytes:
            told = {"Title": title, "Author": MADE_BY, "Creator": MADE_BY, "Producer": MADE_BY, "Subject": subject()}
            written: bytes = PDFDictionary({name: PDFString(text) for name, text in told.items()}).format(document)
            return written

    canvas._doc.info = Undated()
