"""Bad PDF at the door: one line for what cannot be read, and the rest is read."""

import random
import sys
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.errors import Failure, InputError
from articles.page import Page
from baozhai.cli import main
from formats.apart import HOUSE
from formats.pdf import door
from formats.pdf.door import read_pdf
from formats.pdf.worker import pages as worker_pages
from reading.train.typesetter.page import typeset
from reading.train.typesetter.sheet import Look
from tests.pdfs import LOCKED, PICTURE, Sheet, latin, pdf, printed, say
from tests.reading.layout.layouts import told
from tests.three_stories import STORIES

TEXT = "云岭市图书馆新馆开馆今天下午正式开门迎接读者"


def told_wrong(data: bytes) -> str:
    """The line for a file that cannot be read."""
    with pytest.raises(InputError) as wrong:
        list(read_pdf(data, "day.pdf"))
    return str(wrong.value)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (LOCKED, "it is locked by a password; save it without one"),
        (b"", "the file is empty; fetch it again"),
        (b"no PDF at all", "it is no PDF, or a broken one; fetch it again, or print it to a new PDF"),
        (pdf(), "it is no PDF, or a broken one; fetch it again, or print it to a new PDF"),
        (pdf(say(TEXT, 50, 700))[:300], "it is no PDF, or a broken one; fetch it again, or print it to a new PDF"),
        (pdf(*[latin("p", 1, 1)] * 2001), "it has more than 2,000 pages; cut it into smaller files"),
        (pdf(""), "this page is empty; look whether the file is the right one"),
    ],
    ids=["locked", "empty file", "no PDF", "no page", "half", "2,001 pages", "empty page"],
)
def test_what_cannot_be_read_is_told(data: bytes, line: str) -> None:
    """On one line, with the cure."""
    assert told_wrong(data) == line


def test_pictures_want_to_be_recognized(monkeypatch: pytest.MonkeyPatch) -> None:
    """All pages pictures: one line; some of them: a line for each, and the rest is read."""
    monkeypatch.setattr(door, "can_read", lambda: False)
    assert "pictures" in told_wrong(pdf(PICTURE, PICTURE))
    assert "make ocr" in told_wrong(pdf(PICTURE))
    first, second = read_pdf(pdf(PICTURE, say(TEXT, 50, 700)), "X.pdf")
    assert isinstance(first, Failure)
    assert str(first).startswith("X.pdf#1: its pages are pictures")
    assert isinstance(second, Page)


def test_a_garbled_text_layer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters without their map come out as signs of other alphabets."""
    monkeypatch.setattr(door, "can_read", lambda: False)
    garbled = "".join(map(chr, range(0xA1, 0xFF)))
    assert told_wrong(pdf("".join(say(garbled[at : at + 20], 50, 700 - at) for at in range(0, 80, 20)))).startswith(
        "its text layer is garbled; run `make ocr`"
    )


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told before it is opened."""
    monkeypatch.setattr(door, "MOST_BYTES", 100)
    assert told_wrong(pdf(say(TEXT, 50, 700))) == "it is larger than 200 MB; cut it into smaller files"


GOOD = pdf(say(TEXT, 50, 700), Sheet(say(TEXT, 50, 600) + "50 100 200 150 re S "))


def read_or_told(data: bytes) -> bool:
    """Whether a file gives pages, or lines for its user."""
    try:
        found = list(read_pdf(data, "day.pdf"))
    except InputError as error:
        return ";" in str(error)
    return bool(found) and all(isinstance(item, Page | Failure) for item in found)


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=40))
@settings(deadline=None, max_examples=25)
def test_any_damage_ends_in_pages_or_lines(changes: list[tuple[int, int]]) -> None:
    """Whatever became of its bytes, a file is read, or told of."""
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    assert read_or_told(bytes(data))


@given(st.integers(9, len(GOOD)))
@settings(deadline=None, max_examples=10)
def test_a_file_that_breaks_off_ends_in_pages_or_lines(length: int) -> None:
    """As half a download does."""
    assert read_or_told(GOOD[:length])


def test_a_form_that_holds_itself() -> None:
    """It comes to an end."""
    forms = {"A": ("/Subtype /Form /BBox [0 0 600 800] /Matrix [0.9 0 0 0.9 0 0]", say(TEXT, 50, 600) + "/A Do ")}
    data = pdf(Sheet("/A Do", forms=forms)).replace(b"/XObject <<  >>", b"")
    assert read_or_told(data)


def test_the_worker_tells_of_a_broken_page() -> None:
    """The other pages are read all the same."""
    rows = list(worker_pages(GOOD))
    assert [row["lines"][0][0] for row in rows] == [TEXT, TEXT]


def worker(tmp_path: Path, code: str) -> tuple[str, str]:
    """A worker of other code."""
    script = tmp_path / "worker.py"
    script.write_text(code, "utf-8")
    return sys.executable, str(script)


def test_a_crash_costs_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The others are read, and there is one line for it."""
    crash = "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n"
    bad, page = tmp_path / "bad.pdf", tmp_path / "page.txt"
    bad.write_bytes(GOOD)
    page.write_text("\n\n".join(("云岭市图书馆新馆开馆", *STORIES["云岭市图书馆新馆开馆"])), "utf-8")
    monkeypatch.setattr(door, "WORKER", worker(tmp_path, crash))
    done = CliRunner().invoke(main, ["read", str(bad), str(page), "--format", "jsonl"])
    assert done.exit_code == 1
    assert done.stderr == f"{bad}: PDFium cannot read it; print it to a new PDF, or save its text\n"
    assert done.stdout.count("\n") == 1


def test_a_file_that_takes_for_ever(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is given up."""
    monkeypatch.setattr(door, "WORKER", worker(tmp_path, "import time\ntime.sleep(60)\n"))
    monkeypatch.setattr(door, "MOST_SECONDS", 0.5)
    assert told_wrong(GOOD).startswith("PDFium cannot read it; ")


@pytest.mark.skipif(sys.platform != "linux", reason="no other system counts what a process asks for")
def test_a_small_file_that_holds_more_than_a_machine_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is told on the same line before it has taken the memory of others; other files are read."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(400)) + packer.flush()
    form = "/Subtype /Form /BBox [0 0 600 800] /Filter /FlateDecode", packed.decode("latin-1")
    bomb = pdf(Sheet("/A Do", forms={"A": form}))
    assert len(bomb) < 1 << 20
    code = f"""
import sys
sys.path.insert(0, {HOUSE!r})
from formats.pdf import worker
worker.MOST_MEMORY = 300_000_000
worker.main()
"""
    monkeypatch.setattr(door, "WORKER", worker(tmp_path, code))
    assert told_wrong(bomb) == "PDFium cannot read it; print it to a new PDF, or save its text"
    assert len(list(read_pdf(GOOD, "day.pdf"))) == 2


def test_files_one_by_one(tmp_path: Path) -> None:
    """`baozhai read a.pdf b.pdf bad.pdf`: what can be read is read, what cannot is told, exit code 1."""
    for number, name in enumerate(("a.pdf", "b.pdf")):
        page = typeset(told(3), random.Random(number), Look(columns=3, measure=12, abreast=1))
        (tmp_path / name).write_bytes(printed(page.layout))
    (tmp_path / "bad.pdf").write_bytes(LOCKED)
    names = [str(tmp_path / name) for name in ("a.pdf", "b.pdf", "bad.pdf")]
    done = CliRunner().invoke(main, ["read", *names, "--format", "jsonl"])
    assert done.exit_code == 1
    assert done.stderr == f"{names[2]}: it is locked by a password; save it without one\n"
    for headline in STORIES:
        assert done.stdout.count(f'"headline": "{headline}"') + done.stdout.count(f'"headline":"{headline}"') >= 1
