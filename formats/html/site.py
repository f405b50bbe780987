"""Pages of no known kind: by trafilatura where the extra `web` is installed, else their lines without menus."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from articles.article import Article
from articles.errors import InputError, Notice
from articles.expressions import expression
from articles.folio import find_date
from articles.page import Page
from formats.extra import install
from formats.html.markup import Document, clean_lines, lines, one_line, tree_lines
from formats.html.story import Imprint, make_article
from formats.text import parse_page

WEB = ("trafilatura", "lxml_html_clean")
WHOLE = expression(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
BLANK_LINE = expression(r"\n[ \t\r]*\n")
MENUS = "nav,header,footer,aside,form"
MAYBE_MENUS = "ul,ol,div,table,p"
ENDS = expression(r"[。！？!?…][”’」』）)]*$")
REFUSED = expression(r"404|登录|登陆|验证|不存在|未找到|找不到|无法访问|出错|拒绝")
# Such a page says so in a sentence or two.
LEAST, MOST_REFUSED = 30, 200
# trafilatura takes 0.3 ms an element, so that longer pages would keep their reader waiting.
MOST_ELEMENTS = 20_000
STORYLESS = ("it holds no story, as a page for logging in or of an error", "open it in a browser and save it again")


def read_site(document: Document) -> Iterator[Page | Article | Notice]:
    """The story that a page names by its one headline, else a page of all its lines.

    Raises InputError for a page that says nothing in sentences. A piece of HTML without a head is a page as it is.
    """
    if not WHOLE.search(document.text):
        yield _page(document, lines(BLANK_LINE.sub("<br>", document.text)))
        return
    installed = all(map(find_spec, WEB))
    refused = bool(REFUSED.search(document.title))
    few = len(document.tree.css("*")) <= MOST_ELEMENTS and len(document.tree.css("h1")) < 2
    if installed and few and (article := _story(document)):
        found: Page | Article = article
        body = list(article.body)
    else:
        body = _lines(document.tree)
        found = _page(document, body)
    said = sum(map(len, filter(ENDS.search, body)))
    if said < LEAST or (said < MOST_REFUSED and refused):
        raise InputError(*STORYLESS)
    yield found
    if not installed:
        yield Notice(document.source, InputError("its menus may stand among its text", install("web")))


def _story(document: Document) -> Article | None:
    """What trafilatura takes for the page's story; nothing is fetched."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(document.text, include_comments=False, with_metadata=True)
    if not found or not found.title or not found.text:
        return None
    body = clean_lines(found.text.split("\n"))
    headline = one_line(found.title)
    if body and body[0] == headline:
        del body[0]
    day = find_date(document.meta("article:published_time", "publishdate", "pubdate", "PubDate") or found.date or "")
    paper = document.meta("og:site_name")
    return make_article(document.source, Imprint(paper, day), headline, body, byline=found.author)


def _lines(tree: LexborHTMLParser) -> list[str]:
    """The lines without menus: what stands in their elements, and lists that are links and little else."""
    for node in tree.css(MENUS):
        node.decompose()
    for node in tree.css(MAYBE_MENUS):
        links = node.css("a")
        if len(links) > 2 and 2 * sum(len(link.text().strip()) for link in links) > len(node.text().strip()):
            node.decompose()
    return tree_lines(tree)


def _page(document: Document, shown: list[str]) -> Page:
    if not shown:
        raise InputError(*STORYLESS)
    return parse_page("\n\n".join(shown), document.source)
