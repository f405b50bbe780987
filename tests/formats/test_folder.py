"""What lies under a folder: all of it is found or told."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.errors import Failure, Notice
from formats.doors import page_files
from formats.folder import files_under

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A folder that cannot be looked into, whoever runs this."""
    folder = tmp_path / "day" / "locked"
    folder.mkdir(parents=True)
    (folder / "x.txt").write_text("春耕", "utf-8")
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)
    return folder


def test_a_locked_folder_in_a_folder_is_told(locked: Path) -> None:
    """What stands beside it and what lies deeper elsewhere is found."""
    (locked.parent / "open").mkdir()
    for name in ("open/2.txt", "1.txt"):
        (locked.parent / name).write_text("春耕", "utf-8")
    told: list[Failure] = []
    assert page_files(locked.parent, told.append)[0] == [locked.parent / "1.txt", locked.parent / "open" / "2.txt"]
    line = "this folder cannot be looked into (Permission denied); check its permissions"
    assert list(map(str, told)) == [f"{locked}: {line}"]


def test_links_to_folders_are_told_and_not_followed(tmp_path: Path) -> None:
    """One may lead in a circle; a link to a file is a file, one that leads nowhere is told by whoever reads it."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("春耕", "utf-8")
    for name, target in (("a/up", "."), ("b", "a"), ("2.txt", "a/1.txt"), ("3.txt", "3.txt"), ("4.txt", "none")):
        (tmp_path / name).symlink_to(tmp_path / target)
    told: list[Failure] = []
    found = files_under(tmp_path, told.append)
    assert found == [tmp_path / name for name in ("2.txt", "3.txt", "4.txt", "a/1.txt")]
    assert sorted(told_of.source for told_of in told) == [str(tmp_path / "a" / "up"), str(tmp_path / "b")]
    assert {type(told_of) for told_of in told} == {Notice}


@needs_pipes
@pytest.mark.parametrize("suffix", [".txt", ".xml", ".json", ".html", ".pdf", ".zip"])
def test_a_pipe_among_pages_is_never_opened(tmp_path: Path, suffix: str) -> None:
    """It is listed, so that whoever reads it tells; one of another kind is counted."""
    os.mkfifo(tmp_path / f"pipe{suffix}")
    os.mkfifo(tmp_path / "pipe.dat")
    assert page_files(tmp_path) == ([tmp_path / f"pipe{suffix}"], 1)
