"""`baozhai watch`: what lies in the folder and what is in its digests are the same, until it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.archive import GONE
from archive.record import read_manifest
from baozhai.verbs.watch import look

PAGE = (
    "市政协召开主席会议\n\n本报讯（记者周岚）4月24日，市政协召开主席会议，研究老旧小区改造协商议政工作。"
    "会议指出，要走进小区听民意。\n"
)
# A runner in the background starts its children deaf to Ctrl-C; these are to hear it.
CODE = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
WATCH = [sys.executable, "-c", f"{CODE} from baozhai.cli import main; main()", "watch"]


@contextmanager
def watching(drop: Path, told: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A watch over a folder, what it tells being in a file."""
    with told.open("wb") as lines, subprocess.Popen([*WATCH, str(drop), *words], stderr=lines) as watch:
        try:
            yield watch
        finally:
            watch.kill()


def until(holds: Callable[[], bool]) -> bool:
    """Whether something comes true within half a minute."""
    end = time.monotonic() + 30
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
    return holds()


def test_watch_lets_a_growing_file_be(tmp_path: Path) -> None:
    """A file is still from the moment at which its size and time were first seen as they are."""
    page = tmp_path / "a.txt"
    page.write_text("半", "utf-8")
    (tmp_path / "digest").mkdir()
    (tmp_path / "digest" / "ours.md").write_text("报摘", "utf-8")
    first = look(tmp_path, tmp_path / "digest", {}, 10.0)
    assert list(first) == [page]
    assert look(tmp_path, tmp_path / "digest", first, 11.0)[page][1] == 10.0
    page.write_text("半页", "utf-8")
    assert look(tmp_path, tmp_path / "digest", first, 12.0)[page][1] == 12.0


def test_watch_keeps_the_digest_fresh(tmp_path: Path) -> None:
    """A page that drops in becomes a digest beside the folder, not a page in it; Ctrl-C ends the watch in peace."""
    drop, told = tmp_path / "drop", tmp_path / "told"
    drop.mkdir()
    with watching(drop, told) as watch:
        (drop / "2025-04-25-p01.txt").write_text(PAGE, "utf-8")
        digest = tmp_path / "drop-digest" / "2025-04-25.html"
        assert until(digest.exists)
        watch.send_signal(signal.SIGINT)
        watch.wait(10)
    assert "主席会议" in digest.read_text("utf-8")
    assert (watch.returncode, told.read_text("utf-8").splitlines()[-1]) == (0, "ended")


def test_a_day_without_pages_is_put_away(tmp_path: Path) -> None:
    """Its digest is moved, told and off the record; other days stay, a page that is renamed keeps its day; and where
    the folder goes, the watch ends with a line and no digest is touched."""
    drop, told, out = tmp_path / "drop", tmp_path / "told", tmp_path / "out"
    drop.mkdir()
    for day in (25, 26):
        (drop / f"2025-04-{day}-p01.txt").write_text(PAGE, "utf-8")
    with watching(drop, told, "-o", str(out)) as watch:
        assert until(lambda: read_manifest(out).keys() == {"2025-04-25", "2025-04-26"})
        assert until((out / "index.html").exists)
        (drop / "2025-04-25-p01.txt").unlink()
        (drop / "2025-04-26-p01.txt").rename(drop / "2025-04-26-p02.txt")
        assert until(lambda: read_manifest(out).keys() == {"2025-04-26"})
        assert until(lambda: "2025-04-25" not in (out / "index.html").read_text("utf-8"))
        assert os.listdir(out / GONE) == ["2025-04-25.html"]
        assert (out / "2025-04-26.html").exists()
        assert until(lambda: "第2版" in (out / "2025-04-26.html").read_text("utf-8"))
        drop.rename(tmp_path / "elsewhere")
        assert watch.wait(30) == 1
    lines = told.read_text("utf-8").splitlines()
    assert f"2025-04-25: its last page is gone; its digest lies in {out / GONE}" in lines
    assert lines[-1] == f"{drop}: the folder is gone; watch again when it is there"
    assert not [line for line in lines if line.startswith("2025-04-26: ")]
    assert (out / "2025-04-26.html").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """A pipe, a link in a circle and a link to a folder hold nothing up."""
    drop, told = tmp_path / "drop", tmp_path / "told"
    drop.mkdir()
    os.mkfifo(drop / "pipe.txt")
    (drop / "circle.txt").symlink_to(drop / "circle.txt")
    (drop / "again").symlink_to(drop)
    (drop / "2025-04-25-p01.txt").write_text(PAGE, "utf-8")
    with watching(drop, told):
        assert until((tmp_path / "drop-digest" / "2025-04-25.html").exists)
        assert until(lambda: "failed" in told.read_text("utf-8"))
        time.sleep(2)
    lines = told.read_text("utf-8").splitlines()
    for name in ("pipe.txt", "circle.txt", "again"):
        assert sum(line.startswith(f"{drop / name}: ") for line in lines) == 1
