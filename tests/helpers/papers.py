"""A finished PDF read back by other means than our own: pdftotext, pypdf, pdfinfo, and every byte of it."""

import re
import subprocess
import zlib
from pathlib import Path

from pypdf import PdfReader


def said_by(file: Path) -> dict[str, str]:
    """Return all that can be read in the file, by who read it."""
    reader = PdfReader(file)
    return {
        "pdftotext": _run("pdftotext", "-layout", str(file), "-"),
        "pdftotext raw": _run("pdftotext", "-raw", str(file), "-"),
        "pypdf": "\n".join(page.extract_text() for page in reader.pages),
        "pdfinfo": _run("pdfinfo", str(file)),
        "outline": "\n".join(str(each.title) for each in reader.outline if not isinstance(each, list)),
        "bytes": _bytes(file.read_bytes()),
        "file name": file.name,
    }


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def _bytes(pdf: bytes) -> str:
    """Return the raw bytes and every stream inflated, as Latin-1."""
    found = [pdf]
    for stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(stream.group(1)))
        except zlib.error:
            continue
    return b"\n".join(found).decode("latin-1")


def words_in(file: Path, words: set[str]) -> list[str]:
    """Return which of these words are in the file, whatever their case, and who found them."""
    found = []
    for who, text in said_by(file).items():
        for word in sorted(words):
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
                found.append(f"{who}: {word}")
    return found
