"""Where the real texts lie, and how a test skips where they are absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


def shared_file(name: str) -> Path:
    """Return a file of the real texts, or skip the test with the reason."""
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"the real texts are not beside the project: {name}")
    return path
