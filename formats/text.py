"""The door for text and Markdown: bytes in any encoding that Chinese pages come in."""

from collections.abc import Iterable
from pathlib import Path

from articles.article import Article
from articles.errors import InputError
from articles.folio import find_date, first_folio, folio_lines, name_folio, page_folio
from articles.page import Page
from formats.shown import is_shown, parse_shown

BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
WIDE_GAPS = ((b"\n\0", b"\r\0", b" \0"), (b"\0\n", b"\0\r", b"\0 "))


def read_text(data: bytes, source: str) -> Iterable[Page | Article]:
    """The page in a file's bytes, or the articles where `baozhai read` wrote them."""
    text = decode(data)
    return parse_shown(text) if is_shown(text) else [parse_page(text, source)]


def parse_page(text: str, source: str) -> Page:
    """A page from its text, its day and number from the name of its source, else from its folio line."""
    if not text.strip():
        raise InputError("the file is empty", "extract the page's text again")
    stem = Path(source).stem
    lines = list(folio_lines(text))
    day = find_date(stem) or next(filter(None, map(find_date, lines)), None)
    folio = page_folio(name_folio(stem), first_folio(lines))
    return Page(text, source, day, folio.number, section=folio.section)


def decode(data: bytes) -> str:
    """The text in a file's bytes: UTF-8 with or without BOM, UTF-16, else GB18030 (which holds GBK and GB2312).

    A file without a BOM is UTF-16 if its line feeds or spaces are (Chinese text in UTF-16 need hold no other NUL byte).
    Raises InputError for a binary or for bytes that are no text.
    """
    if not data:
        raise InputError("the file is empty", "extract the page's text again")
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return _text(_decoded(data, [encoding]))
    little, big = (sum(map(data.count, gaps)) for gaps in WIDE_GAPS)
    wide = "utf-16-le" if little >= big else "utf-16-be"
    return _text(_decoded(data, [wide] if little + big else ["utf-8", "gb18030"]))


def _decoded(data: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("its bytes are no text", "save the page as UTF-8 text")


def _text(text: str) -> str:
    """The text, unless more of it is control characters, private or unassigned than any page would have."""
    odd = sum(
        not (char.isprintable() or char.isspace() or char in "\ufeff\u200b\u200e\u200f\u202a\u202c") for char in text
    )
    if odd > 0.02 * len(text) + 1:
        raise InputError("this is a binary file, not text", "extract the page's text first")
    return text
