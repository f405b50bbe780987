"""Markup: what a reader sees of it, in every encoding; and which kind of page it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from articles.errors import InputError
from articles.folio import Folio
from formats.extra import install
from formats.html.door import read_html
from formats.html.founder import read_founder
from formats.html.markup import Document, decode_html, lines, parse
from formats.html.node import read_node
from formats.html.story import Imprint, article_id
from formats.html.wechat import read_wechat
from tests.formats.html.made import founder, node, people, site, wechat

KINDS: dict[Callable[[Document], object], tuple[str, ...]] = {
    read_founder: (founder(), people()),
    read_wechat: (wechat(),),
    read_node: (node(("content_1.htm", "云岭", "0,0,9,9")),),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_takes_its_own_pages(kind: Callable[[Document], object]) -> None:
    """The first kind in the door's order that takes a page is its own; a site's page is of none."""
    for html in KINDS[kind]:
        assert next(read for read in KINDS if read(parse(html, "page.html"))) is kind
    assert kind(parse(site(), "page.html")) is None


def test_lines_are_what_a_browser_shows() -> None:
    """Blocks and <br> break lines, the source's line ends do not; scripts, styles and menus of choice are not seen."""
    html = (
        "<style>p</style><div>新馆\n开馆 <b>了</b>&nbsp;A\nB<br>次行<table><tr><td>一</td><td>二</td></table>尾<script>"
    )
    assert lines(f"{html}1</script></div><select><option>1999</select>") == [
        "新馆开馆 了 A B",
        "次行",
        "一",
        "二",
        "尾",
    ]


def test_a_page_is_decoded_by_its_mark_then_by_what_it_is() -> None:
    """A byte order mark, then UTF-8 if it is, then what the head says."""
    html = '<meta charset="big5"><p>雲嶺圖書館新館開館'
    for data in (html.encode("utf-16"), html.encode("utf-8-sig"), html.encode(), html.encode("big5")):
        assert decode_html(data).text.removeprefix("\ufeff") == html


def test_an_id_names_one_file_of_a_page() -> None:
    """Whatever lies beside it."""
    imprint = Imprint("云岭日报", date(2025, 4, 2), Folio(3))
    names = ["content_1.htm", "content_7_2.htm", "2025-04-02-p03.htm", "2025-04-02-p03-b.htm", "云岭.htm"]
    assert [article_id(name, imprint).removeprefix("云岭日报-2025-04-02-p03-") for name in names] == [
        "a1",
        "a2",
        "a01",
        "b",
        "云岭",
    ]


def test_a_file_without_bytes_or_with_too_many_is_told() -> None:
    """At the door, before anything is read."""
    for data in (b"", b" " * 50_000_001):
        with pytest.raises(InputError):
            list(read_html(data, "page.html"))


def test_make_installs_what_a_line_says() -> None:
    """Each extra that is asked for has its target."""
    rules = (Path(__file__).resolve().parents[3] / "Makefile").read_text("utf-8")
    for extra in ("ocr", "web"):
        assert install(extra) == f"run `make {extra}` once"
        assert f"\n{extra}: " in rules
