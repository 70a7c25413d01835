"""Get out of a text field exactly what went in.

Qt's documents take three characters for breaks of their own (U+2029, U+FDD0, U+FDD1) and would hand them back as
line breaks. Inside a document they are stood for by characters that no text may hold.
"""

from PySide6.QtGui import QTextDocument

_BREAK = "\u2029"
_STAND_INS = {0x2029: "\ufdd2", 0xFDD0: "\ufdd3", 0xFDD1: "\ufdd4"}
_STOOD_FOR = {ord(stand_in): chr(real) for real, stand_in in _STAND_INS.items()}


def into_document(text: str) -> str:
    """Return the text as a document may hold it, of the same length."""
    return text.translate(_STAND_INS)


def out_of(document: QTextDocument) -> str:
    """Return what the document holds as it was typed or pasted."""
    return document.toRawText().replace(_BREAK, "\n").translate(_STOOD_FOR)
