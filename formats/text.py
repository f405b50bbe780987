"""The door for text and Markdown: bytes in any encoding that Chinese pages come in."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.folio import UNKNOWN, find_date, first_folio, folio_lines, name_folio, page_folio
from articles.page import Page
from formats.encoding import EMPTY, decoded
from formats.markdown import front_date, is_markdown, read_markdown
from formats.plain import plain
from formats.shown import is_shown, parse_shown
from formats.spaced import unspaced
from formats.woven import UNCLEAR, unwoven


def read_text(data: bytes, source: str) -> Iterable[Page | Article | Failure]:
    """The page in a file's bytes, or the articles where `baozhai read` wrote them; bad bytes are told."""
    found = decoded(data)
    notices = [Notice(source, found.told)] if found.told else []
    if is_shown(found.text):
        return chain(notices, parse_shown(found.text))
    page = _page(plain(found.text), source)
    return [*notices, *([Notice(source, UNCLEAR)] if page.mixed else []), page]


def _page(text: str, source: str) -> Page:
    """The page in a text that may be Markdown."""
    if Path(source).suffix.lower() != ".md" and not is_markdown(text):
        told, mixed = unwoven(text)
        return replace(parse_page(unspaced(told), source), mixed=mixed)
    marked = unspaced(text)
    page = parse_page(read_markdown(marked), source)
    return replace(page, date=page.date or front_date(marked))


def parse_page(text: str, source: str, ordinal: int | None = None) -> Page:
    """A page from its text, its day and number from the name of its source, else from its folio line.

    ordinal: its place in a file of several pages, which is its number where nothing else tells.
    """
    if not text.strip():
        raise InputError(*EMPTY)
    # A name that came over the web: 04%20版.txt is no page 20.
    stem = unquote(Path(source if ordinal is None else source.rpartition("#")[0]).stem)
    lines = list(folio_lines(text))
    day = find_date(stem) or next(filter(None, map(find_date, lines)), None)
    folio = page_folio(name_folio(stem) if ordinal is None else UNKNOWN, first_folio(lines))
    return Page(text, source, day, folio.number or ordinal, section=folio.section)


def decode(data: bytes) -> str:
    """The text in a file's bytes, U+FFFD for each bad one; raises InputError for a binary."""
    return decoded(data).text
