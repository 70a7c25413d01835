"""A file written whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from hospitality_desk.documents.safe_file import write_safely
from hospitality_desk.errors import FileTrouble


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_arguments: object, **_named: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    old = os.umask(0)
    try:
        write_safely(path, b"paper")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"paper"
    assert path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["pack.pdf"]


def test_an_old_file_is_replaced_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(path)
    write_safely(link, b"new")
    assert path.read_bytes() == b"new"
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("fsync", errno.ENOSPC, "The disk is full: pack.pdf was not written."),
        ("replace", errno.EACCES, "pack.pdf is open in another program, or read-only."),
        ("fsync", errno.EIO, "pack.pdf could not be written to its end"),
        ("replace", errno.EROFS, "is read-only: pack.pdf was not written."),
    ],
)
def test_the_old_file_is_as_it_was_and_nothing_lies_beside_it(
    call: str, number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(number))
    with pytest.raises(FileTrouble, match=words):
        write_safely(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["pack.pdf"]


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_safely(tmp_path / "pack.pdf", b"new")
    monkeypatch.undo()
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists() or os.geteuid() != 0, reason="needs a disk of its own to fill")
def test_a_really_full_disk(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if os.system(f"mount -t tmpfs -o size=64k tmpfs {small}") != 0:
        pytest.skip("no disk can be mounted here")
    try:
        path = small / "pack.pdf"
        path.write_bytes(b"old")
        with pytest.raises(FileTrouble, match="The disk is full"):
            write_safely(path, b"x" * 200_000)
        assert path.read_bytes() == b"old"
        assert os.listdir(small) == ["pack.pdf"]
    finally:
        os.system(f"umount {small}")


def test_places_that_cannot_be_written_to_are_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    for path, words in (
        (tmp_path / "nowhere" / "pack.pdf", "There is no folder .*nowhere"),
        (tmp_path / "file" / "pack.pdf", "There is no folder .*file"),
        (tmp_path / "folder", "folder is a folder"),
        (tmp_path / ("x" * 300), "No file can have the name xxx"),
        (tmp_path / "a\0b.pdf", "No file can have the name ab.pdf"),
    ):
        with pytest.raises(FileTrouble, match=words):
            write_safely(path, b"new")
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_arguments: False)  # root may write to anything
    with pytest.raises(FileTrouble, match=r"pack\.pdf is open in another program, or read-only\."):
        write_safely(path, b"new")
    assert path.read_bytes() == b"old"
