"""Stories' pages: each field of an article is what the page's own format says."""

import datetime
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import Failure, InputError
from formats.doors import open_file
from tests.formats.html.made import OTHER, STORY, founder, people, wechat

FILES = Path(__file__).resolve().parents[4] / "shared" / "files"


def opened(html: str | bytes, name: str = "content_12.htm") -> Article:
    """The one article of a page."""
    (item,) = open_file(html if isinstance(html, bytes) else html.encode(), name)
    assert isinstance(item, Article)
    return item


def test_a_page_of_founder_says_every_field() -> None:
    """Marks, elements and the comment of properties; nothing around the story gets into it."""
    assert opened(founder(), "day/content_12.htm") == Article(
        "云岭日报-2025-04-02-b03-a12",
        source="day/content_12.htm",
        paper="云岭日报",
        date=datetime.date(2025, 4, 2),
        page=3,
        section="B",
        headline="云岭市图书馆新馆开馆",
        kicker="惠民文化工程",
        subhead="读者凭身份证入馆",
        byline="温若溪",
        dateline="4月1日",
        body=STORY,
        captions=("图为新馆的少儿阅览区。 高原 摄",),
        pages=(3,),
    )


def test_empty_fields_are_none() -> None:
    """A field that the page leaves empty is None; who wrote the story is then its lead's."""
    article = opened(founder(kicker="", subhead="", author="", caption="", page="04"))
    assert (article.kicker, article.subhead, article.captions) == (None, None, ())
    assert (article.byline, article.section, article.page) == ("温若溪", None, 4)


def test_a_page_without_properties_is_read_by_what_it_shows() -> None:
    """The paper by its title, the day by the names of its folders, the page by the line above the story."""
    html, _, _ = founder(page="05").partition("<!--enpproperty")
    article = opened(html, "2025-04/02/content_9.htm")
    assert (article.paper, article.date, article.page) == ("云岭日报", datetime.date(2025, 4, 2), 5)
    assert article.headline == "云岭市图书馆 新馆开馆"


def test_a_page_with_headings_says_every_field() -> None:
    """The heading before the headline is its kicker, the one behind it its subhead."""
    assert opened(people(), "content_30.html") == Article(
        "岚川日报-2025-04-03-p02-a30",
        source="content_30.html",
        paper="岚川日报",
        date=datetime.date(2025, 4, 3),
        page=2,
        headline="东门大桥封闭大修",
        kicker="服务民生看实效",
        subhead="过往车辆绕行南门大桥",
        byline="本报记者 许明达",
        dateline="4月2日",
        body=OTHER,
        captions=("图为东门大桥。",),
        pages=(2,),
    )


def test_a_picture_among_the_text_has_its_caption() -> None:
    """A table around a picture is its caption, a table of figures is text."""
    table = "<table><tr><td><img src=a.jpg></td></tr><tr><td>图为旧馆。</td></tr></table>"
    article = opened(people(body=(OTHER[0], table + OTHER[1], "<table><tr><td>一月</td><td>3</td></tr></table>")))
    assert article.captions == ("图为东门大桥。", "图为旧馆。")
    assert article.body == (*OTHER, "一月", "3")


@pytest.mark.parametrize("said", ["gb2312", "gbk"])
def test_an_old_encoding_is_read_as_what_holds_it(said: str) -> None:
    """Pages that say gb2312 hold characters of GB18030; one saved again as UTF-8 still says so."""
    html = founder("云岭喆珺书院开馆").replace("charset=utf-8", f"charset={said}")
    assert opened(html.encode("gb18030")).headline == opened(html).headline == "云岭喆珺书院开馆"


def test_wechat_says_every_field() -> None:
    """The account is the paper; text that spans share is one paragraph."""
    assert opened(wechat(), "夜间公交.html") == Article(
        "清禾发布-2025-04-03-夜间公交",
        source="夜间公交.html",
        paper="清禾发布",
        date=datetime.date(2025, 4, 3),
        headline="清禾开通夜间公交",
        byline="鲍立诚",
        dateline="4月2日",
        body=("4月2日起，清禾市开通夜间公交。", "首班车晚上十点发出。"),
    )


@pytest.mark.parametrize("script", ['var ct = "1743611400";', "var createTime = '2025-04-03 00:30';"])
def test_wechat_hides_its_day_in_a_script(script: str) -> None:
    """Half past midnight in Beijing is still the day before in Greenwich; no script is run."""
    assert opened(wechat('<em id="publish_time"></em>', script)).date == datetime.date(2025, 4, 3)


@pytest.mark.parametrize("html", [founder(body=(), caption=""), people(body=()).replace("图为东门大桥。", "")])
def test_an_empty_story_is_told(html: str) -> None:
    """With the cure."""
    with pytest.raises(InputError, match="neither text nor captions; open the page in a browser"):
        opened(html)


def test_a_page_that_breaks_off_is_told() -> None:
    """What is there of the story is read, and a line says that it is not all."""
    whole = founder()
    article, failure = open_file(whole[: whole.index("新馆藏书")].encode(), "content_1.htm")
    assert isinstance(article, Article)
    assert article.body == (STORY[0], "馆长贺志强介绍，")
    assert isinstance(failure, Failure)
    assert "breaks off" in str(failure)


def test_an_archive_of_a_page_is_opened() -> None:
    """.mht holds the page beside its pictures."""
    mht = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    mht += b"Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n" + founder().encode() + b"\n--x--\n"
    assert opened(mht, "content_12.mht").body == STORY


@pytest.mark.skipif(not FILES.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize("name", ["made-content.htm", "made-content-gbk.htm"])
def test_the_real_template(name: str) -> None:
    """In both encodings."""
    article = opened((FILES / name).read_bytes(), name)
    assert (article.headline, article.kicker, article.byline) == (
        "让专利走下“书架”走上“货架”",
        "我市专利转化运用工作观察",
        "沈禾",
    )
    assert (article.paper, str(article.date), article.page) == ("岚川日报", "2025-03-15", 1)
    assert article.captions == ("工人在调试设备。 沈禾 摄",)
    assert [text[:6] for text in article.body] == ["本报讯（记者", "缺钱，是专利"]
