"""The door for Word: a document becomes pages of text, their headings marked as Markdown marks them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from articles.errors import InputError
from articles.expressions import expression
from articles.page import Page
from formats.docx.body import paragraphs
from formats.docx.element import Element, tag
from formats.docx.numbering import Numbering, find_numbering
from formats.docx.pages import split_pages, under_heads
from formats.docx.styles import Styles, find_styles
from formats.packed import Packed
from formats.plain import cleaned
from formats.text import parse_page

BROKEN = ("it is no Word document, or a broken one", "open it in Word or WPS and save it again")
MAIN = expression(r"word/document\d*\.xml")
EDGES = expression(r"word/(?:header|footer)\d*\.xml")
STYLES, LISTS = "word/styles.xml", "word/numbering.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(data: bytes, source: str) -> Iterator[Page]:
    """The pages: paragraphs, tables a row a line, text boxes where they are tied, notes at the end of the last.

    What is deleted or hidden is not on them. The day and number of a single page are those of its name, else of its
    text, else of what it repeats over and under each of its sheets; of several the source is `X.docx#2`, and one that
    names no day is of the day of the one before it. What a file says of itself beside its text, who made it and when,
    is the office's and not the paper's. Raises InputError.
    """
    packed = _opened(data)
    main = next(filter(MAIN.fullmatch, sorted(packed.files)), None)
    if not main:
        raise InputError(*BROKEN)
    numbering = _numbering(packed)
    shown = list(paragraphs(_part(packed, main), numbering))
    shown += [note for name in NOTES if name in packed.files for note in _notes(_part(packed, name))]
    edges = _edges(packed, main)
    pages = [cleaned("\n\n".join(page)) for page in split_pages(under_heads(shown, edges))]
    if not any(map(str.strip, pages)):
        raise InputError("no text is in it", "if its pages are pictures, save them as PDF or as pictures")
    if len(pages) == 1:
        yield _whole(pages[0], [line for lines in edges.values() for line in lines], source)
        return
    day = None
    for ordinal, text in enumerate(pages, 1):
        page = parse_page(text, f"{source}#{ordinal}", ordinal)
        day = page.date or day
        yield replace(page, date=day)


def _edges(packed: Packed, main: str) -> dict[str, list[str]]:
    """The lines over and under the sheets, by the name that sections have for them, else by that of the part."""
    folder, _, file = main.rpartition("/")
    related = f"{folder}/_rels/{file}.rels"
    named = {
        f"{folder}/{one.get('Target', '').rpartition('/')[2]}": one.get("Id", "")
        for one in (_part(packed, related) if related in packed.files else ())
        if tag(one) == "Relationship"
    }
    parts = sorted(filter(EDGES.fullmatch, packed.files))
    return {named.get(part, part): list(paragraphs(_part(packed, part), Numbering())) for part in parts}


def _whole(text: str, edges: Sequence[str], source: str) -> Page:
    """The page of a document that holds one; edges: the lines over and under its sheets."""
    page = parse_page(text, source)
    if page.date and page.number:
        return page
    folio = parse_page("\n".join([cleaned("\n".join(edges)), text]), source)
    if page.number:
        return replace(page, date=page.date or folio.date)
    return replace(page, date=page.date or folio.date, number=folio.number, section=folio.section)


def _numbering(packed: Packed) -> Numbering:
    """What counts the paragraphs of a document, and its styles."""
    styles = find_styles(_part(packed, STYLES)) if STYLES in packed.files else Styles()
    return find_numbering(_part(packed, LISTS), styles) if LISTS in packed.files else Numbering(styles)


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
            yield from paragraphs(note, Numbering())
