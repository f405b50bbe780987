"""Markup: bytes become a tree, and a tree the lines that a reader sees."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.errors import InputError
from articles.expressions import expression
from formats.encoding import Decoded, decoded
from formats.plain import cleaned, plain

CHARSET = expression(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
NATIONAL = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
BLOCKS = (
    "address,article,aside,blockquote,caption,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,"
    "h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,summary,table,td,th,tr,ul,founder-title,founder-author,"
    "founder-content"
)
UNSEEN = "script,style,noscript,template,head,title,select,option,button,textarea,iframe,object,svg,map"
BREAK = "\x1e"
SPACE = expression(r"[\s\u3000]+")
# 本报讯&nbsp;（记者…）
BRACKET = expression(r"(?<=[\u4e00-\u9fff]) (?=（)")
# In the source a line may be broken where none is seen, and Chinese has no blank there.
WRAPPED = expression(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])")

TAG = expression(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)")
QUOTED = expression(r"\"[^\"]*\"|'[^']*'")
# Of these a page may leave as many open as it likes.
SHALLOW = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"p", "li", "dd", "dt", "td", "th", "tr", "thead", "tbody", "option"}
)
# What a parser needs grows with the depth times the number of tags; the largest saved pages have 60 times 20,000.
MOST_TAGS, MOST_WORK, MOST_ATTRIBUTES = 50_000, 3_000_000, 500
SLOW = ("it has more tags, or deeper ones, than any page", "open it in a browser and save it again")


@dataclass(frozen=True, slots=True)
class Document:
    """A file of HTML: its text, its tree, and the source as the user names it."""

    text: str
    tree: LexborHTMLParser
    source: str

    def first(self, *selectors: str) -> LexborNode | None:
        """What the first selector finds that finds something."""
        return next(filter(None, map(self.tree.css_first, selectors)), None)

    @property
    def title(self) -> str:
        """The title in the page's head."""
        node = self.tree.css_first("title")
        return one_line(node.text()) if node else ""

    def meta(self, *names: str) -> str | None:
        """What the page's head says under the first of these names."""
        for name in names:
            node = self.tree.css_first(f'meta[name="{name}"],meta[property="{name}"]')
            if node and (said := one_line(node.attributes.get("content") or "")):
                return said
        return None


def parse(text: str, source: str) -> Document:
    """The tree of a text; raises InputError where the text is made to make a parser slow."""
    depth = deepest = 0
    for count, tag in enumerate(TAG.finditer(text), 1):
        closes, name, rest = tag.groups()
        if name.lower() not in SHALLOW:
            depth = max(0, depth + (-1 if closes else 1))
            deepest = max(deepest, depth)
        many = len(rest) > MOST_ATTRIBUTES and len(QUOTED.sub("", rest).split()) > MOST_ATTRIBUTES
        if many or count > MOST_TAGS or deepest * count > MOST_WORK:
            raise InputError(*SLOW)
    return Document(text, LexborHTMLParser(text), source)


def decode_html(data: bytes) -> Decoded:
    """The text in a file's bytes: UTF-8 or UTF-16 if it is, else what the page's head says of itself."""
    declared = CHARSET.search(data, 0, 4096)
    encoding = NATIONAL.get(declared[1].decode().lower()) if declared else None
    if encoding and not data.startswith(WIDE_MARKS) and not _is_utf8(data):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(encoding))
    return decoded(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def lines(html: str | None) -> list[str]:
    """The lines of a piece of HTML as a browser breaks them: entities read, scripts and styles gone, none empty."""
    return tree_lines(LexborHTMLParser(html)) if html else []


def tree_lines(tree: LexborHTMLParser) -> list[str]:
    """The same of a tree, which is used up."""
    for node in tree.css(UNSEEN):
        node.decompose()
    for node in tree.css(BLOCKS):
        node.insert_before(BREAK)
        node.insert_after(BREAK)
    for node in tree.css("br"):
        node.replace_with(BREAK)
    shown = WRAPPED.sub("", tree.root.text() if tree.root else "").split(BREAK)
    return clean_lines(cleaned("\n".join(clean_lines(shown))).split("\n"))


def clean_lines(texts: Iterable[str]) -> list[str]:
    """The texts each as one line, without those that are empty."""
    return list(filter(None, map(one_line, texts)))


def one_line(text: str) -> str:
    """A text on one line and plain, white space of any kind as one blank."""
    return BRACKET.sub("", SPACE.sub(" ", plain(text))).strip()


def said(html: str | None) -> str | None:
    """A piece of HTML on one line, None where it says nothing."""
    return " ".join(lines(html)) or None
