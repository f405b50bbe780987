"""PDF at the door: lines where they stand, a page each, and one line for what cannot be read."""

import random
from datetime import date

import pytest

from articles.layout import Layout
from articles.page import Page
from formats.pdf.door import place_page, read_pdf
from reading.reader import read_page
from reading.train.typesetter.page import typeset
from reading.train.typesetter.sheet import Look
from tests.pdfs import IMAGE, PICTURE, Sheet, latin, pdf, printed, say, sheets
from tests.reading.layout.layouts import told
from tests.three_stories import STORIES, stories
from tests.trained import MODELS

TEXT = "云岭市图书馆新馆开馆今天下午正式开门迎接读者"


def layouts(data: bytes, source: str = "day.pdf") -> list[Layout]:
    """The layouts of a file's pages."""
    return [item.layout for item in read_pdf(data, source) if isinstance(item, Page) and item.layout]


def lines(data: bytes) -> list[tuple[str, float, float]]:
    """The lines of a file's first page, and where they begin."""
    return [(line.text, round(line.box.left), round(line.box.top)) for line in layouts(data)[0].lines]


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


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_whose_type_lies_on_its_side(turn: int) -> None:
    """It is seen as its type stands, whatever the page says: lines, rules and frames as on the page upright."""
    page = typeset(told(3), random.Random(1), Look(columns=3, measure=12, abreast=1)).layout
    (sheet,) = sheets(page)
    downwards = "".join(say(char, 20, 300 - 13 * at) for at, char in enumerate("东门大桥封闭"))
    content = f"{sheet.content} {downwards} 50 60 300 200 re S {latin('Tel 0777-2258116', 60, 80)}"
    upright, turned = (
        layouts(pdf(Sheet(content, entries, page.width, page.height)))[0] for entries in ("", f"/Rotate {turn}")
    )
    assert len(upright.lines) > 50
    assert upright.frames
    assert turned == upright


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
