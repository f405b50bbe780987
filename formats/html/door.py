"""The door for HTML: what kind of page it is, and what it holds."""

import email
import email.policy
import re
from collections.abc import Iterator

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from articles.expressions import expression
from articles.page import Page
from formats.html.founder import read_founder
from formats.html.markup import Document, decode_html, parse
from formats.html.node import read_node
from formats.html.site import read_site
from formats.html.wechat import read_wechat

AGAIN = "open the page in a browser and save it again"
MOST_BYTES = 50_000_000
MAIL = expression(rb"(?:From|MIME-Version|Subject|Snapshot-Content-Location|Date):[^\n]*\n", re.IGNORECASE)
KINDS = (read_founder, read_wechat, read_node)


def read_html(data: bytes, source: str) -> Iterator[Page | Article | Failure]:
    """The story of a saved page, or the page where it is of no known kind; a node page alone is an outline.

    Raises InputError where it holds none.
    """
    if not data:
        raise InputError("the file is empty", "save the page again")
    if len(data) > MOST_BYTES:
        raise InputError("it is larger than 50 MB", "save the page without its pictures")
    found = decode_html(_unpacked(data) if MAIL.match(data) else data)
    if found.told:
        yield Notice(source, found.told)
    yield from _read(parse(found.text, source))
    if _breaks_off(found.text):
        yield Failure(source, InputError("its file breaks off before the end", AGAIN))


def _read(document: Document) -> Iterator[Page | Article | Failure]:
    for read in KINDS:
        if found := read(document):
            yield found
            return
    yield from read_site(document)


def _breaks_off(text: str) -> bool:
    """Whether a file that opens a body never closes it."""
    start = text.lower()
    return "<body" in start and "</body" not in start and "</html" not in start


def _unpacked(data: bytes) -> bytes:
    """The first page in an archive of the kind .mht."""
    for part in email.message_from_bytes(data, policy=email.policy.default).walk():
        if part.get_content_type() == "text/html" and isinstance(page := part.get_payload(decode=True), bytes):
            return page
    raise InputError("there is no page of HTML in it", AGAIN)
