"""The screens as text, kept in files beside this one: what a person reads, under review like any other text.

After a change that is meant: HOSPITALITY_DESK_ACCEPT_SCREENS=1 python -m pytest tests/gui/test_looks.py -k kept
"""

import difflib
import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "screens"
ACCEPT = "HOSPITALITY_DESK_ACCEPT_SCREENS"


def unlike_kept(name: str, shown: str) -> str:
    """Return how a screen differs from the one that is kept, nothing when it does not; or keep it, when told to."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(ACCEPT):
        path.write_text(shown, "utf-8")
        return ""
    kept = path.read_text("utf-8") if path.exists() else ""
    lines = difflib.unified_diff(kept.splitlines(), shown.splitlines(), f"{name}, kept", f"{name}, shown", lineterm="")
    return "\n".join(lines)
