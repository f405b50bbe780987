"""Pages of no known kind, pages that hold no story, and pages made to be bad."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import InputError, Notice
from articles.page import Page
from formats.doors import open_file
from formats.html import site as site_door
from tests.formats.html.made import OTHER, founder, site

CASE = Path(__file__).resolve().parents[4] / "shared" / "cases" / "28-html" / "2025-04-01-p01.txt"


def test_a_site_is_read_without_what_finds_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its menus stay out as far as lists of links go, and a line says what would do better."""
    monkeypatch.setattr(site_door, "WEB", ("no_such_module",))
    page, notice = open_file(site().encode(), "2025-04-03-青溪.html")
    assert isinstance(page, Page)
    assert page.text.split("\n\n") == ["青溪区新建两所小学", *OTHER]
    assert isinstance(notice, Notice)
    assert "run `make web` once" in str(notice)


def test_a_site_is_its_story_where_trafilatura_is_installed() -> None:
    """With its headline and nothing of the menus."""
    pytest.importorskip("trafilatura")
    pytest.importorskip("lxml_html_clean")
    (article,) = open_file(site(body=OTHER * 6).encode(), "青溪.html")
    assert isinstance(article, Article)
    assert article.headline == "青溪区新建两所小学"
    assert set(article.body) == set(OTHER)


@pytest.mark.parametrize("name", ["2025-04-01-p01.txt", "2025-04-01-p01.md", "2025-04-01-p01.html"])
def test_a_piece_of_html_is_a_page_under_any_name(name: str) -> None:
    """Entities are read, blocks are lines, scripts are gone; lines between which one is empty are parted."""
    html = (
        "<h1>云岭&ldquo;新馆&rdquo;开馆</h1>\n<p>&nbsp;4月1日，<b>新馆</b>开馆。<script>a<b</script></p>\n另起\n\n一段"
    )
    (page,) = open_file(html.encode(), name)
    assert isinstance(page, Page)
    assert page.text == "云岭“新馆”开馆\n\n4月1日，新馆开馆。\n\n另起\n\n一段"
    assert (str(page.date), page.number) == ("2025-04-01", 1)


@pytest.mark.skipif(not CASE.is_file(), reason="the case is not here")
def test_a_saved_text_of_markup() -> None:
    """No tag is left in it."""
    (page,) = open_file(CASE.read_bytes(), CASE.name)
    assert isinstance(page, Page)
    assert "<" not in page.text
    assert page.text.startswith("市医保局公布检查新价格\n\n本报讯")


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><head><title>404</title></head><body><p>抱歉，您访问的页面不存在，可能已经删除或者改了地址，请返回首页查看。</p></body></html>",
        "<html><head><title>登录</title></head><body><form>用户名<input>密码<input></form>忘记密码</body></html>",
    ],
    ids=["empty", "404", "login"],
)
def test_a_page_without_a_story_is_told(html: str) -> None:
    """With the cure."""
    with pytest.raises(InputError, match=r"it holds no story.*; open it in a browser and save it again"):
        list(open_file(html.encode(), "page.html"))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 2_000_000,
        "<html><body>" + "".join(f"<font a{at}>" for at in range(1_000_000)),
        "<html><body>" + "<table><tr><td>" * 700_000,
        "<html><body><div " + " ".join(f"a{at}" for at in range(1_000_000)) + ">",
        "<!--<npm:article-content>-->" * 300_000,
        "<html><body>" + "<p>云岭。" * 1_000_000,
        "<html><body>" + f"<p>{'云岭。' * 24}" * 45_000,
    ],
    ids=["nested", "fonts", "tables", "attributes", "marks", "paragraphs", "text"],
)
def test_ten_megabytes_made_to_be_slow_take_seconds(html: str) -> None:
    """Whatever comes of them."""
    began = time.process_time()
    with suppress(InputError):
        list(open_file(html.encode(), "page.html"))
    assert time.process_time() - began < 20


def test_a_saved_page_opens_in_a_hundredth_of_a_second() -> None:
    """Of a long story, once the door is loaded; twice that is allowed for a busy machine."""
    data = founder(body=OTHER * 40).encode()
    list(open_file(data, "content_1.htm"))
    spent = []
    for _ in range(5):
        began = time.process_time()
        list(open_file(data, "content_1.htm"))
        spent.append(time.process_time() - began)
    assert min(spent) < 0.02
