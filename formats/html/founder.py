"""A story's page of an e-paper of the 方正 (Founder) kind, and of 人民日报's since December 2024."""

from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.article import Article
from articles.errors import InputError
from articles.expressions import expression
from formats.html.markup import Document, clean_lines, lines, said, tree_lines
from formats.html.story import Imprint, find_day, find_folio, find_page, find_paper, make_article

# <!--<npm:article-title>-->…<!--</npm:article-title>-->, <!--enpcontent-->…<!--/enpcontent-->
MARK = expression(r"<!--\s*(?:<(/?)npm:article-([a-z-]{1,20})>|(/?)(enpcontent))\s*-->")
PROPERTIES, MOST_PROPERTIES = ("<!--enpproperty", "enpproperty-->"), 20_000
PROPERTY = expression(
    r"<(?:founder-)?([a-zA-Z]{1,20})>([^<]{0,2000}|<p>[^<]{0,2000}</p>)</(?:founder-)?[a-zA-Z]{1,20}>"
)
CONTENT = ("founder-content", "#ozoom", "#articleContent")
# Captions outside the text: a table of pictures, 人民日报's slides.
PICTURES = "#newspic,.attachment"
# A table around a picture that says more lays out the page.
MOST_CAPTION = 3
EMPTY = ("its story has neither text nor captions", "open the page in a browser and save it again")


def read_founder(document: Document) -> Article | None:
    """The story of a page of this kind, None for other pages; raises InputError where the story is empty."""
    parts = _parts(document.text)
    content = document.first(*CONTENT)
    if "content" not in parts and content is None:
        return None
    fields = _fields(document.text)
    heads, author = _heads(document, parts, fields), _author(document, parts, fields)
    captions = clean_lines(line for piece in parts.get("pic-text", ()) for line in [" ".join(lines(piece))])
    outside = document.tree.css(PICTURES)
    captions = captions or [line for node in outside for line in lines(node.html)]
    html = "".join(parts.get("content", ())) or (content.html if content else "")
    shown, body = _body(html or "")
    captions += [line for line in shown if line not in captions]
    if not body and not captions:
        raise InputError(*EMPTY)
    imprint = _imprint(document, fields)
    kicker, headline, subhead = heads
    return make_article(
        document.source,
        imprint,
        headline,
        body,
        kicker=kicker,
        subhead=subhead,
        byline=author,
        captions=captions,
    )


def _parts(text: str) -> dict[str, list[str]]:
    """What stands between the marks, by their names; what is never closed goes on to the end."""
    parts: dict[str, list[str]] = {}
    opened: dict[str, int] = {}
    for mark in MARK.finditer(text):
        name = mark[2] or "content"
        if mark[1] or mark[3]:
            if name in opened:
                parts.setdefault(name, []).append(text[opened.pop(name) : mark.start()])
        else:
            opened[name] = mark.end()
    for name, start in opened.items():
        parts.setdefault(name, []).append(text[start:])
    return parts


def _fields(text: str) -> dict[str, str]:
    """What the comment of properties says, by its names."""
    start, end = text.find(PROPERTIES[0]), text.rfind(PROPERTIES[1])
    pairs = PROPERTY.findall(text[start : min(end, start + MOST_PROPERTIES)]) if 0 <= start < end else []
    return {name.lower(): value for name, html in pairs if (value := said(html))}


def _heads(
    document: Document, parts: Mapping[str, Sequence[str]], fields: Mapping[str, str]
) -> tuple[str | None, str | None, str | None]:
    """Kicker, headline and subhead."""
    marked = [said("".join(parts.get(name, ()))) for name in ("pretitle", "title", "subtitle")]
    if not marked[1] and (title := document.first("founder-title")):
        marked[1] = said(title.html)
    if not any(marked):
        marked = _headings(document.first("h1"))
    named = [fields.get(name) for name in ("introtitle", "title", "subtitle")]
    kicker, headline, subhead = map(_better, marked, named)
    return kicker, headline, subhead


def _better(shown: str | None, named: str | None) -> str | None:
    """What the page shows; where its properties say the same, their blanks are the paper's, not the layout's."""
    if shown and named and "".join(shown.split()) == "".join(named.split()):
        return named
    return shown or named


def _headings(title: LexborNode | None) -> list[str | None]:
    """The headings before a title, the title, and those behind it."""
    if title is None or title.parent is None:
        return [None, None, None]
    before: list[str] = []
    behind: list[str] = []
    found = before
    for node in title.parent.iter():
        if node.mem_id == title.mem_id:
            found = behind
        elif node.tag in ("h2", "h3"):
            found += lines(node.html)
    return [" ".join(before) or None, said(title.html), " ".join(behind) or None]


def _author(document: Document, parts: Mapping[str, Sequence[str]], fields: Mapping[str, str]) -> str | None:
    """Who wrote it: in a mark, in a line of its own, in the properties."""
    if marked := said("".join(parts.get("author", ()))):
        return marked
    if (node := document.first("founder-author")) and (author := said(node.html)):
        return author
    if node := document.first(".article .sec", "p.sec", "h4"):
        line = LexborHTMLParser(node.html or "")
        for span in line.css("span"):
            span.decompose()
        if author := " ".join(tree_lines(line)):
            return author
    return fields.get("author")


def _body(html: str) -> tuple[list[str], list[str]]:
    """The captions among the text, and its paragraphs."""
    tree = LexborHTMLParser(html)
    captions: list[str] = []
    for node in tree.css("table,figure"):
        if node.css_first("img") and not node.css_first("table table,figure figure"):
            found = lines(node.html)
            if len(found) <= MOST_CAPTION:
                captions += found
                node.decompose()
    return captions, tree_lines(tree)


def _imprint(document: Document, fields: Mapping[str, str]) -> Imprint:
    """The paper, the day and the page: in the properties, else around the story; the tree is used up."""
    title = document.title
    for selector in CONTENT:
        for node in document.tree.css(selector):
            node.decompose()
    around = tree_lines(document.tree)
    said_page = find_page(fields.get("pagenum", ""))
    return Imprint(
        fields.get("papername") or find_paper([title, *around]),
        find_day([fields.get("date", ""), *around], document.source),
        said_page if said_page.number else find_folio(around),
    )
