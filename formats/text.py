"""The door for text and Markdown: bytes in any encoding that Chinese pages come in."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.folio import find_date, find_number, folio_lines, folio_number
from articles.page import Page
from formats.encoding import EMPTY, decoded
from formats.plain import cleaned
from formats.shown import is_shown, parse_shown


def read_text(data: bytes, source: str) -> Iterable[Page | Article | Failure]:
    """The page in a file's bytes, or the articles where `baozhai read` wrote them; bad bytes are told."""
    found = decoded(data)
    notices = [Notice(source, found.told)] if found.told else []
    shown = is_shown(found.text)
    return chain(notices, parse_shown(found.text) if shown else [parse_page(cleaned(found.text), source)])


def parse_page(text: str, source: str) -> Page:
    """A page from its text, its day and number from the name of its source, else from its folio line."""
    if not text.strip():
        raise InputError(*EMPTY)
    stem = Path(source).stem
    day = find_date(stem) or next(filter(None, map(find_date, folio_lines(text))), None)
    number = find_number(stem) or next(filter(None, map(folio_number, folio_lines(text))), None)
    return Page(text, source, day, number)


def decode(data: bytes) -> str:
    """The text in a file's bytes, U+FFFD for each bad one; raises InputError for a binary."""
    return decoded(data).text
