"""The door for Word: a document becomes a page of text, its headings marked as Markdown marks them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from articles.errors import InputError
from articles.page import Page
from formats.docx.body import Element, paragraphs, tag
from formats.docx.styles import heading_levels
from formats.packed import Packed
from formats.text import parse_page

BROKEN = ("it is no Word document, or a broken one", "open it in Word or WPS and save it again")
MAIN = re.compile(r"word/document\d*\.xml")
EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(data: bytes, source: str) -> Iterator[Page]:
    """The page: paragraphs, tables a row a line, text boxes where they are tied, notes at the end.

    What is deleted or hidden is not on it. Its day and number are those of its name, else of its text, else of what it
    repeats over and under each of its sheets. Raises InputError.
    """
    packed = _opened(data)
    main = next(filter(MAIN.fullmatch, sorted(packed.files)), None)
    if not main:
        raise InputError(*BROKEN)
    levels = heading_levels(_part(packed, "word/styles.xml")) if "word/styles.xml" in packed.files else {}
    shown = list(paragraphs(_part(packed, main), levels))
    notes = [note for name in NOTES if name in packed.files for note in _notes(_part(packed, name))]
    text = "\n\n".join(shown + notes)
    if not text.strip():
        raise InputError("no text is in it", "if its pages are pictures, save them as PDF or as pictures")
    page = parse_page(text, source)
    if page.date and page.number:
        yield page
        return
    edges = [
        line for name in sorted(filter(EDGES.fullmatch, packed.files)) for line in paragraphs(_part(packed, name), {})
    ]
    folio = parse_page("\n".join([*edges, text]), source)
    yield replace(page, date=page.date or folio.date, number=page.number or folio.number)


def _opened(data: bytes) -> Packed:
    try:
        return Packed(data)
    except InputError as error:
        raise error if not data else InputError(*BROKEN) from None


def _part(packed: Packed, name: str) -> Element:
    """A part of the document; what it would fetch or put in from elsewhere stays out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(packed.read(name), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(*BROKEN) from None


def _notes(part: Element) -> Iterator[str]:
    """The notes that somebody wrote: the lines that part them from the text are notes too."""
    for note in filter(tag, part):
        if not any(name.endswith("}type") for name in note.attrib):
            yield from paragraphs(note, {})
