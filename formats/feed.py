"""The door for feeds, RSS and Atom: articles, an entry each."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser

from articles.article import Article, from_json
from articles.errors import Failure, InputError, Notice
from articles.expressions import expression
from articles.folio import find_date
from articles.ranges import kept
from formats.encoding import Decoded, decoded
from formats.markup import paragraphs, tagged_paragraphs
from formats.plain import plain

ENCODING = expression(r"^(\ufeff?\s*<\?xml\b[^>]*?)\s+encoding\s*=\s*[\"']([\w-]+)[\"']")
END = expression(r"</(?:rss|(?:\w+:)?feed|rdf:RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL)
ADDRESS = expression(r"[\w.+-]+@[\w.-]+")
BROKEN = ("it is no feed, or a broken one", "fetch it again")


def read_feed(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles in a feed's entries; their paper is the feed's title, their day the one that the feed writes.

    An article is called after the file and the number of its entry; a failure where the file breaks off after them.
    Raises InputError where there is none.
    """
    found = _decoded(data) if data else Decoded("")
    if not found.text.strip():
        raise InputError("the file is empty", "fetch it again")
    if found.told:
        yield Notice(source, found.told)
    # A stream, since what is handed over as a string may be taken for an address.
    feed = feedparser.parse(
        io.BytesIO(found.text.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.entries:
        raise InputError(*(BROKEN if feed.bozo or not feed.version else ("no article is in it", "fetch it again")))
    paper = _line(feed.feed, "title")
    for number, entry in enumerate(feed.entries, 1):
        name = f"{Path(source).stem}-{number:04d}"
        row, told = kept(_fields(entry))
        yield from (Notice(f"{source}:{name}", InputError(*one)) for one in told)
        yield from_json({"source": source, "paper": paper, **row}, name)
    if not END.search(found.text):
        yield Failure(source, InputError("it breaks off after these articles", "fetch it again"))


def _decoded(data: bytes) -> Decoded:
    """The text in the encoding that it says it is in where that holds, else in the one that fits; it says none then."""
    said = ENCODING.match(data[:200].decode("latin-1"))
    try:
        found = Decoded(data.decode(said[2] if said else "utf-8"))
    except (UnicodeError, LookupError):
        found = decoded(data)
    return replace(found, text=ENCODING.sub(r"\1", found.text))


def _fields(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    written = entry.get("published") or entry.get("updated") or ""
    day = _day(written)
    link = entry.get("link")
    return {
        "headline": _line(entry, "title"),
        "byline": _byline(entry),
        "date": day.isoformat() if day else written if any(map(str.isdigit, written)) else None,
        "body": _body(entry),
        **({"url": link} if link else {}),
    }


def _byline(entry: Mapping[str, Any]) -> str:
    """The names of its authors; an address where it gives no more."""
    said = entry.get("author") or ""
    # RSS asks for an address, with the name in brackets, which feedparser takes apart for some addresses alone.
    names = ADDRESS.sub("", said).strip(" ()")
    if names == said:
        names = " ".join(author["name"] for author in entry.get("authors") or () if author.get("name"))
    return " ".join(plain(names or said).split())


def _body(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The paragraphs of the whole text where a feed gives it, else of what it says about it."""
    texts = entry.get("content") or [entry.get("summary_detail") or {}]
    return tuple(part for text in texts for part in _shown(text))


def _line(entry: Mapping[str, Any], name: str) -> str:
    return " ".join(_shown(entry.get(f"{name}_detail") or {}))


def _shown(text: Mapping[str, Any]) -> tuple[str, ...]:
    split = paragraphs if text.get("type") == "text/plain" else tagged_paragraphs
    return split(text.get("value") or "")


def _day(written: str) -> date | None:
    """The day on the clock of the one who wrote it, as it stands there."""
    try:
        return find_date(written) or parsedate_to_datetime(written).date()
    except (ValueError, TypeError, OverflowError):
        return None
