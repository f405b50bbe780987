"""Page text is data: one hostile page through every renderer, opened by readers that are not ours."""

import csv
import json
import re
import zipfile
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree

import docx
import feedparser
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from digest.render import RENDERERS
from tests.invented import EVIL, hostile

SEEN = re.sub("[\x00\x1b\x7f\ufffe]", "\ufffd", EVIL)  # what a person sees of it where XML's characters are the limit


class Reader(HTMLParser):
    """The elements and the text of a page, as a browser takes them apart."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def page_is_tame(page: str) -> None:
    read = Reader(page)
    assert not {"script", "iframe", "img", "link", "base"} & set(read.elements)
    assert not {name for name in read.attributes if name.startswith("on") or name in {"src", "srcset"}}
    assert SEEN in "".join(read.text)
    assert read.elements.count("style") <= 1


def test_html() -> None:
    """The page has no element and no attribute of the hostile text's making, and shows its characters."""
    page = str(RENDERERS["html"](hostile()))
    page_is_tame(page)
    style = page[page.index("<style>") : page.index("</style>")]
    assert not [mark for mark in ("<s", "</", "://", "url(", "@import") if mark in style.removeprefix("<style>")]


def test_word() -> None:
    """python-docx reads the text as it is, and every part of the file is XML."""
    data = bytes(RENDERERS["docx"](hostile()))
    paragraphs = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
    assert f"1．{SEEN}" in paragraphs
    with zipfile.ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))


def test_excel() -> None:
    """openpyxl finds text where text was, never a formula, and quoted, so that it stays text when it is edited."""
    sheet = load_workbook(BytesIO(bytes(RENDERERS["xlsx"](hostile())))).active
    cell = sheet["G2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (SEEN, "s", True)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


def test_csv() -> None:
    """No cell begins as a formula does: an apostrophe goes before it, and the rest is as it was."""
    rows = list(csv.reader(StringIO(str(RENDERERS["csv"](hostile())).removeprefix("\ufeff"))))
    assert rows[1][6] == "'" + SEEN
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_markdown() -> None:
    """A CommonMark reader finds headings, paragraphs and lists of our making, and the hostile text as text."""
    tokens = MarkdownIt().parse(str(RENDERERS["md"](hostile())))
    children = [child for token in tokens for child in token.children or []]
    assert not {token.type for token in [*tokens, *children] if "html" in token.type or "link" in token.type}
    shown = ["".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"]
    assert SEEN in shown


def test_feeds() -> None:
    """An XML parser and feedparser read the Atom feed's text as it is; JSON keeps even what XML cannot hold."""
    data = RENDERERS["atom"](hostile())
    titles = [element.text for element in ElementTree.fromstring(data).iter("{http://www.w3.org/2005/Atom}title")]
    assert titles == [f"《{SEEN}》报摘", SEEN, SEEN]
    assert not feedparser.parse(data).bozo
    assert json.loads(RENDERERS["jsonfeed"](hostile()))["items"][0]["title"] == EVIL
    assert json.loads(RENDERERS["json"](hostile()))["sections"][0]["stories"][0]["headline"] == EVIL
    assert json.loads(RENDERERS["ninjs"](hostile()))["associations"][0]["by"] == EVIL


def test_mail() -> None:
    """`email` finds the two parts and no header of the hostile text's making."""
    message = message_from_bytes(bytes(RENDERERS["eml"](hostile())), policy=default)
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    text, page = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert SEEN in text
    page_is_tame(page)
