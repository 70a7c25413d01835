"""The log's files: private from the first to the last, and silent when the disk is full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_process import env

START = (
    "import logging, os, sys, pathlib\n"
    "os.umask(0)\n"
    "from hospitality_desk.logs import start_logging\n"
    "path = start_logging(pathlib.Path(sys.argv[1]))\n"
    "handler = logging.getLogger().handlers[-1]\n"
)


def python(data: Path, code: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", START + code, str(data)]
    return subprocess.run(words, capture_output=True, text=True, env=env(data), check=False)


@pytest.mark.skipif(os.name == "nt", reason="rights are bits on POSIX only")
def test_every_log_file_is_the_owners_alone(tmp_path: Path) -> None:
    data = tmp_path / "desk"
    done = python(data, "for n in range(12_000): logging.info('the command %s of a whole evening ' * 20, *[n] * 20)\n")
    assert (done.returncode, done.stderr) == (0, "")
    files = sorted((data / "logs").iterdir())
    assert len(files) == 5
    assert [oct(path.stat().st_mode & 0o777) for path in files] == ["0o600"] * 5
    assert oct((data / "logs").stat().st_mode & 0o777) == "0o700"
    assert all(path.stat().st_size <= 2_000_000 for path in files)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a disk that is always full")
def test_a_full_disk_prints_no_words(tmp_path: Path) -> None:
    code = "handler.setStream(open('/dev/full', 'w', buffering=1))\nlogging.error('Ms Rivera')\nos._exit(0)\n"
    done = python(tmp_path / "desk", code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
