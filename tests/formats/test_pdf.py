"""PDF at the door: lines where they stand, a page each, and one line for what cannot be read."""

import random
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.errors import Failure, InputError
from articles.layout import Layout
from articles.page import Page
from baozhai.cli import main
from formats import pdf as door
from formats.pdf import place_page, read_pdf
from formats.pdf_drawn import View
from formats.pdf_worker import pages as worker_pages
from reading.reader import read_page
from reading.train.typesetter.page import typeset
from reading.train.typesetter.sheet import Look
from tests.pdfs import LOCKED, Sheet, latin, pdf, printed, say
from tests.reading.layout.layouts import told
from tests.three_stories import STORIES, stories
from tests.trained import MODELS

TEXT = "云岭市图书馆新馆开馆今天下午正式开门迎接读者"
# A picture of one grey point.
IMAGE = {"I": ("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")}
PICTURE = Sheet("q 400 0 0 400 100 100 cm /I Do Q", forms=IMAGE)


def layouts(data: bytes, source: str = "day.pdf") -> list[Layout]:
    """The layouts of a file's pages."""
    return [item.layout for item in read_pdf(data, source) if isinstance(item, Page) and item.layout]


def lines(data: bytes) -> list[tuple[str, float, float]]:
    """The lines of a file's first page, and where they begin."""
    return [(line.text, round(line.box.left), round(line.box.top)) for line in layouts(data)[0].lines]


def told_wrong(data: bytes) -> str:
    """The line for a file that cannot be read."""
    with pytest.raises(InputError) as wrong:
        list(read_pdf(data, "day.pdf"))
    return str(wrong.value)


def rows(layout: Layout) -> dict[int, str]:
    """What stands on a page row by row, blanks aside; row: how far down, in points."""
    found: dict[int, str] = {}
    for line in sorted(layout.lines, key=lambda line: line.box.left):
        row = round(line.box.bottom)
        found[row] = found.get(row, "") + "".join(line.text.split())
    return found


def test_a_typeset_page_is_read_as_it_was_set() -> None:
    """From the layout through a file to the same lines, and to the stories."""
    page = typeset(told(3), random.Random(1), Look(columns=3, measure=12, abreast=1))
    (read,) = layouts(printed(page.layout))
    assert rows(read) == rows(page.layout)
    assert len(read.rules) == len(page.layout.rules)
    assert stories(read_page(Page("", "day.pdf", layout=read), MODELS.reader)) == STORIES


def test_each_page_of_a_file() -> None:
    """They are named by their number, which is the page's own where nothing else tells."""
    pages = [item for item in read_pdf(pdf(say(TEXT, 50, 700), say(TEXT, 50, 700)), "X.pdf") if isinstance(item, Page)]
    assert [(page.source, page.number, page.date) for page in pages] == [("X.pdf#1", 1, None), ("X.pdf#2", 2, None)]
    (only,) = read_pdf(pdf(say(TEXT, 50, 700)), "X#1.pdf")
    assert isinstance(only, Page)
    assert (only.source, only.number) == ("X#1.pdf", None)


@pytest.mark.parametrize(
    ("source", "folio", "day", "number"),
    [
        ("20250409_03.pdf", "", "2025-04-09", 3),
        ("day.pdf", "2025年4月9日 星期三 第4版", "2025-04-09", 4),
        ("2025-04-08.pdf", "2025年4月9日 第4版", "2025-04-08", 4),
        ("day.pdf", "", None, None),
    ],
)
def test_day_and_number(source: str, folio: str, day: str | None, number: int | None) -> None:
    """The name of the file tells them, else the folio line."""
    (page,) = read_pdf(pdf(say(folio, 50, 760) + say(TEXT, 50, 700)), source)
    assert isinstance(page, Page)
    assert (page.date, page.number) == (day and date.fromisoformat(day), number)


def test_the_number_of_a_page_in_a_file_of_several() -> None:
    """Its folio tells it before its place in the file does; the name of the file tells its day."""
    page = place_page(layouts(pdf(say("第8版", 50, 760) + say(TEXT, 50, 700)))[0], "2025-04-09_01.pdf#2", 2)
    assert (page.number, page.date) == (8, date(2025, 4, 9))


def test_rules_and_frames() -> None:
    """What is drawn stands where it is seen; what only clips is not drawn."""
    content = "100 500 300 0.5 re f 50 100 200 150 re S 60 700 m 60 400 l S 10 10 400 400 re W n "
    (page,) = layouts(pdf(content + say(TEXT, 50, 700)))
    rules = sorted((round(box.left), round(box.top), round(box.width), round(box.height)) for box in page.rules)
    frames = [(round(box.left), round(box.top), round(box.width), round(box.height)) for box in page.frames]
    assert rules == [pytest.approx((60, 100, 0, 300), abs=2.5), pytest.approx((100, 300, 300, 0), abs=2.5)]
    assert frames == [pytest.approx((50, 550, 200, 150), abs=2.5)]


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(90, "0 1 -1 0 600 0"), (180, "-1 0 0 -1 600 800"), (270, "0 -1 1 0 0 800")],
)
def test_a_page_that_is_turned(turn: int, matrix: str) -> None:
    """Type and rules stand where they are seen, whichever way the page was turned before."""
    content = say(TEXT, 50, 500, 20) + "50 490 300 0.5 re f "
    (page,) = layouts(pdf(Sheet(f"q {matrix} cm {content} Q", f"/Rotate {turn}")))
    wide, high = (800, 600) if turn % 180 else (600, 800)
    assert (page.width, page.height) == (wide, high)
    ((line,), (rule,)) = page.lines, page.rules
    assert (line.text, line.vertical, round(line.box.left), round(line.box.bottom)) == (TEXT, False, 50, high - 498)
    assert (round(rule.left), round(rule.top), round(rule.width)) == (50, round(high - 490.5), 300)


def test_a_view_is_turned_to_the_right() -> None:
    """The upper left corner of a page that is turned once is seen at the upper right."""
    view = View(10, 20, 110, 220, 1)
    assert view.size == (200, 100)
    assert view.point(10, 220) == (200, 100)
    assert View(10, 20, 110, 220, 3).point(10, 220) == (0, 0)


def test_a_page_that_is_cropped() -> None:
    """Places are told from the corner of what is seen; printers' marks beside it are cut away."""
    content = say(TEXT, 100, 600) + say("印张", 5, 5) + "5 20 30 0.5 re f "
    (page,) = layouts(pdf(Sheet(content, "/CropBox [40 50 560 760]")))
    assert (page.width, page.height, page.rules) == (520, 710, ())
    assert [(line.text, round(line.box.left), round(line.box.top)) for line in page.lines] == [(TEXT, 60, 149)]


def test_a_box_that_all_pages_have() -> None:
    """The size of a page may be told once for all of them."""
    assert layouts(pdf(say(TEXT, 50, 1100), parent="/MediaBox [0 0 900 1200]"))[0].height == 1200


def test_forms_stand_where_they_are_moved_to() -> None:
    """Type, rules and pictures in a form, and in a form in a form."""
    inner = say(TEXT, 0, 0) + "0 -10 200 0.5 re f "
    forms = {"A": ("/Subtype /Form /BBox [-900 -900 900 900] /Matrix [1 0 0 1 20 30]", inner)}
    (page,) = layouts(pdf(Sheet("q 1 0 0 1 80 470 cm /A Do Q", forms=forms)))
    (line,), (rule,) = page.lines, page.rules
    assert (round(line.box.left), round(line.box.bottom)) == (100, 301)
    assert (round(rule.left), round(rule.bottom), round(rule.width)) == (100, 310, 200)


def test_type_whose_glyphs_are_drawings() -> None:
    """The size of Type 3 type is what its matrix makes of it."""
    glyph = "<< /Length 27 >>\nstream\n1000 0 d0 0 0 800 700 re f\nendstream"
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65"
        " /LastChar 65 /Widths [1000] /Encoding << /Differences [65 /A] >> /CharProcs << /A 5 0 R >>"
        " /Resources << >> >>"
    )
    content = "BT /F3 20 Tf 50 600 Td (AAAAAAAAAAAAAAAAAAAAAAAA) Tj ET"
    (page,) = layouts(pdf(Sheet(content, fonts={"F3": font}), extra=(glyph,)))
    assert [(line.size, round(line.box.left)) for line in page.lines] == [(20, 50)]


def test_what_is_printed_twice_comes_once() -> None:
    """Type that is printed again beside itself is bold; what is repeated elsewhere is not."""
    for shift in (0, 0.4):
        assert lines(pdf(say(TEXT, 50, 600) + say(TEXT, 50 + shift, 600))) == [(TEXT, 50, 189)]
    each = "".join(say(char, 50 + 12 * at, 600) + say(char, 50.3 + 12 * at, 600) for at, char in enumerate(TEXT))
    assert lines(pdf(each)) == [(TEXT, 50, 189)]
    assert [text for text, *_ in lines(pdf(say(TEXT, 50, 600) + say(TEXT, 50, 500)))] == [TEXT, TEXT]
    assert lines(pdf(say("哈哈哈" * 8, 50, 600) + latin("illlill", 50, 500)))[1][0] == "illlill"


def test_the_text_under_a_scan_is_read() -> None:
    """Type that is not seen lies there to be read."""
    assert lines(pdf(Sheet(f"{PICTURE.content} " + say(TEXT, 50, 600, mode=3), forms=IMAGE))) == [(TEXT, 50, 189)]


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
