"""Saved web pages: what e-papers and sites write, with damage in the markup and in the text."""

import html
from pathlib import Path

from hypothesis import strategies as st

from articles.article import Article
from articles.page import Page
from formats.encoding import decoded
from formats.plain import plain
from tests.attack.case import Case, Kind
from tests.attack.command import taken
from tests.attack.damage import BYTE_WOUNDS, PUT, damaged, wounds
from tests.attack.pages import PAGES, cases, lawful, opened
from tests.formats.html.made import founder, node, people, site, wechat

MARKUP = st.sampled_from(
    (
        *("<p>", "</p>", "<h1>", "</h1>", "<div><div>", "</div>", "<table><tr><td>", "</table>", "<!--", "-->", "<br>"),
        *("<script>", "</script>", "<style>", "<![CDATA[", "<template>", "<svg><title>", "<math>", "<plaintext>"),
        *("&#x110000;", "&#xd800;", "&amp", "&nbsp;", "<p hidden>", '<meta charset="gbk">', "<base href='//x'>"),
        *("<a href=", "<div>" * 300),
    )
)
MADE = (founder(), people(), node(("content_1.htm", "东门大桥封闭大修", "1,1,50,1,50,50,1,50")), wechat(), site())
FROM_TEXT = PAGES.map(lambda text: "<h1>头版</h1>" + "".join(f"<p>{line}</p>" for line in text.split("\n\n")))
SAVED = st.builds(damaged, st.one_of(st.sampled_from(MADE), FROM_TEXT), wounds(st.one_of(MARKUP, PUT)))
BYTES = st.builds(
    lambda text, code, found: damaged(text.encode(code, "replace"), found),
    SAVED,
    st.sampled_from(["utf-8"] * 3 + ["gbk", "big5", "utf-16"]),
    st.one_of(st.just([]), BYTE_WOUNDS),
)


def check(case: Case, folder: Path) -> None:
    """A verb takes the page, and no Chinese character is told that does not stand in it."""
    taken(case.how, case.write(folder))
    found = opened(case)
    for page in found:
        if isinstance(page, Page):
            lawful(page)
    if case.suffix == ".html" and case.data.startswith(b"<") and _is_utf8(case.data):
        text = html.unescape(decoded(case.data).text)
        told = "".join(part for item in found for part in _said(item))
        assert not _chinese(told) - _chinese(plain(text)) - _chinese(text), "made up"


def _said(item: object) -> tuple[str, ...]:
    if isinstance(item, Page):
        return (item.text,)
    if isinstance(item, Article):
        return (item.headline or "", item.kicker or "", item.subhead or "", *item.body, *item.captions)
    return ()


def _chinese(text: str) -> set[str]:
    return {char for char in text if "\u4e00" <= char <= "\u9fff"}


def _is_utf8(data: bytes) -> bool:
    try:
        return b"charset" not in data and bool(data.decode())
    except UnicodeDecodeError:
        return False


WEB = Kind("web", cases(BYTES, ".html", ".html", ".htm", ".mht", ".txt", ".md"), check, 25)
