"""ALTO and METS: lines in any unit, pages in the order of their issue, and nothing done that a file asks for."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import etree

from articles.errors import InputError
from articles.files import read_bytes
from articles.page import Page
from articles.visible import as_line
from formats.alto.door import read_alto
from formats.alto.mets import named_files, order_of
from formats.alto.pages import alto_sheets
from formats.doors import open_file
from reading.reader import read_page
from tests.converted import UNITS, alto, mets
from tests.laid_out import HEADS, layout
from tests.reading.test_properties import characters
from tests.trained import MODELS

FILES = Path(__file__).parents[4] / "shared" / "files"
SPACE = "http://www.loc.gov/standards/alto/ns-v4#"


def opened(data: bytes, name: str = "page.xml") -> list[Page]:
    """The pages of a file."""
    return [page for page in open_file(data, name) if isinstance(page, Page)]


def lines(*strings: str) -> str:
    """The text of a line of strings."""
    line = f'<TextLine HPOS="0" VPOS="0" WIDTH="900" HEIGHT="40">{"".join(strings)}</TextLine>'
    data = f'<a:alto xmlns:a="{SPACE}"><a:Layout><a:Page>{line}</a:Page></a:Layout></a:alto>'
    data = data.replace("<TextLine", "<a:TextLine").replace("</TextLine", "</a:TextLine").replace("<S", "<a:S")
    (page,) = opened(data.encode())
    return page.text


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_page_is_read(unit: str, version: int) -> None:
    """In any unit and with any space of names, a mark of the encoding before it or not."""
    for data in (page := alto(layout(), unit=unit, version=version), b"\xef\xbb\xbf" + page):
        (got,) = opened(data)
        assert characters([got.text]) == characters([line.text for line in layout().lines])
        assert [article.headline for article in read_page(got, MODELS.reader).articles] == list(HEADS)


def test_several_pages_in_a_file() -> None:
    """Each is a page of its own, in their order; the picture's name tells the day."""
    pages = opened(alto(layout(), layout(), name="/scans/2025-04-09/0001.tif"))
    assert [(page.source, page.number, str(page.date)) for page in pages] == [
        ("page.xml#1", 1, "2025-04-09"),
        ("page.xml#2", 2, "2025-04-09"),
    ]


def test_strings_become_a_line() -> None:
    """Chinese characters stand together but where a wide gap is; a word parted at the line's end is whole."""
    blank = '<SP WIDTH="{}" HPOS="0" VPOS="0"/>'
    thin, wide = blank.format(2), blank.format(40)
    assert lines('<String CONTENT="春"/>', thin, '<String CONTENT="耕"/>') == "春耕"
    assert lines('<String CONTENT="记者"/>', wide, '<String CONTENT="高原"/>') == "记者 高原"
    assert lines('<String CONTENT="for"/>', thin, '<String CONTENT="sale"/>') == "for sale"
    parted = '<String CONTENT="li" SUBS_TYPE="HypPart1" SUBS_CONTENT="library"/>'
    assert lines(parted, '<String CONTENT="brary" SUBS_TYPE="HypPart2"/>') == "library"


def test_pages_stand_in_the_order_of_their_issue(tmp_path: Path) -> None:
    """The METS file beside them tells, not their names; it holds no page of its own, and alone it is told."""
    for name in ("x.xml", "a.xml"):
        (tmp_path / name).write_bytes(alto(layout()))
    issue = tmp_path / "issue_mets.xml"
    issue.write_bytes(mets("x.xml", "a.xml"))
    numbers = {name: opened(read_bytes(tmp_path / name), str(tmp_path / name))[0].number for name in ("x.xml", "a.xml")}
    assert numbers == {"x.xml": 1, "a.xml": 2}
    assert opened(issue.read_bytes(), str(issue)) == []
    with pytest.raises(InputError, match="puts 2 files in order and holds no text; put them beside it"):
        opened(issue.read_bytes(), str(tmp_path / "elsewhere" / "mets.xml"))


def test_a_page_without_an_issue_has_no_order(tmp_path: Path) -> None:
    """A broken METS file tells none; names are taken without their folders."""
    (tmp_path / "mets.xml").write_bytes(b"<mets")
    assert order_of(tmp_path / "x.xml") is None
    assert named_files(etree.fromstring(mets("b.xml", "a.xml"))) == ["b.xml", "a.xml"]


@pytest.mark.skipif(sys.platform != "linux", reason="there names are UTF-8")
def test_the_folder_may_have_any_name(tmp_path: Path) -> None:
    """Its bytes need be no UTF-8: what is beside the page is found all the same."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "报".encode("gbk") + b"/\xff"))
    folder.mkdir(parents=True)
    (folder / "mets.xml").write_bytes(mets("x.xml", "a.xml"))
    (folder / "a.xml").write_bytes(alto(layout()))
    page, issue = (as_line(str(folder / name)) for name in ("a.xml", "mets.xml"))
    assert "\ufffd" in page
    assert opened(read_bytes(folder / "a.xml"), page)[0].number == 2
    assert opened(read_bytes(folder / "mets.xml"), issue) == []
    assert order_of(Path("/nowhere/\ufffd/a.xml")) is None
    folder.with_name(os.fsdecode(b"\xfe")).mkdir()
    assert opened(read_bytes(folder / "a.xml"), page)[0].number is None  # which of the two it is nobody can tell


def test_sizes_are_in_the_unit_of_the_boxes() -> None:
    """Whatever the file's points are."""
    (sheet,) = alto_sheets(etree.fromstring(alto(layout(), unit="inch1200")))
    assert {round((piece.size or 0) / 100) for piece in sheet.pieces} == {2, 4, 5}
    assert len(list(read_alto(alto(layout()), "page.xml"))) == 1


BOMB = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "春" * 10}">' for at in range(10))


@pytest.mark.parametrize("entity", [f"{BOMB}", '<!ENTITY e9 SYSTEM "file:///etc/hostname">'])
def test_what_a_file_asks_for_is_not_done(entity: str) -> None:
    """No file is read and no entity grows: such a page is read without them or told."""
    text = alto(layout()).decode().replace("<alto", f"<!DOCTYPE alto [{entity}]><alto", 1)
    for data in (text.replace("<Description>", "<Description>&e9;"), text.replace('CONTENT="要闻"', 'CONTENT="&e9;"')):
        with suppress(InputError):
            (page,) = opened(data.encode())
            assert len(page.text) < 1000


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (alto(layout())[:900], "no XML, or a broken one"),
        (b"<note><to/></note>", "neither ALTO nor METS"),
        (b"<alto><Layout><Page/></Layout></alto>", "no line of text"),
    ],
)
def test_what_is_no_page_is_told(data: bytes, wrong: str) -> None:
    """In one line that ends in the cure."""
    with pytest.raises(InputError, match=f"{wrong}; "):
        opened(data)


@pytest.mark.skipif(not FILES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize(
    "name", ["PPN720183197-PHYS_0004.xml", "PPN750717092-00000780.ocr.xml", "ndnp-alto-sample.xml"]
)
def test_libraries_files_are_read(name: str) -> None:
    """A page with its lines."""
    (page,) = opened(read_bytes(FILES / name), name)
    assert page.layout is not None
    assert len(page.layout.lines) > 10
