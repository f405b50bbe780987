"""What is kept from one call to the next: given back as it was, and never in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from articles import kept as room
from articles.kept import keep, kept

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, where bytecode may be written whatever the environment says."""
    monkeypatch.setattr(room, "FOLDER", tmp_path / "cache")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache"


def test_what_is_kept_comes_back(folder: Path) -> None:
    """By its name, the last of several, with nothing else beside it."""
    assert kept("a") is None
    keep("a", {"一": (1, b"2")})
    keep("a", {"二": (2, b"3")})
    assert kept("a") == {"二": (2, b"3")}
    assert [path.stem for path in folder.iterdir()] == ["a"]


@pytest.mark.parametrize("data", [b"", b"\x00", b"no marshal", b"i\x01\x00\x00\x00", b"(\x05\x00\x00\x00"])
def test_what_is_broken_is_nothing(folder: Path, data: bytes) -> None:
    """So that it is made anew and kept again."""
    keep("a", 1)
    [path] = folder.iterdir()
    path.write_bytes(data)
    assert kept("a") is None
    keep("a", 2)
    assert kept("a") == 2


def test_another_python_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code of one is none of another."""
    keep("a", 1)
    monkeypatch.setattr(sys, "version", "4.0")
    assert kept("a") is None


def test_what_cannot_be_written_leaves_the_old_one_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when half of it is there."""
    keep("a", 1)

    def half(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    keep("a", 2)
    assert (kept("a"), len([*folder.iterdir()])) == (1, 1)


def test_the_same_call_finds_all_that_it_kept(tmp_path: Path) -> None:
    """However Python orders sets in it: the second writes nothing."""
    page = tmp_path / "page.txt"
    page.write_text("新馆开馆\n\n4月8日，市图书馆新馆开馆。\n", "utf-8")
    call = [sys.executable, "-m", "baozhai", "digest", str(page), "-o", str(tmp_path / "day.html")]
    written = []
    for seed in ("1", "2"):
        house = {"PYTHONPYCACHEPREFIX": str(tmp_path / "cache"), "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": ""}
        subprocess.run(call, env=os.environ | house, cwd=ROOT, check=True, capture_output=True)
        [file] = (tmp_path / "cache").rglob(f"expressions.{sys.implementation.cache_tag}")
        written.append((file.stat().st_mtime_ns, file.stat().st_size))
    assert written[0] == written[1]


def test_nothing_is_written_where_nothing_may(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where Python writes no bytecode, nor where the folder cannot be made; and nobody is told."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep("a", 1)
    assert not folder.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder.write_text("a file where the folder should be")
    keep("a", 1)
    assert kept("a") is None
