"""Feeds: an article an entry, whatever the dialect, and nothing fetched."""

import datetime
from contextlib import suppress
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from digest.render import RENDERERS
from formats.doors import find_door, open_file
from formats.feed import read_feed
from formats.markup import is_tagged, paragraphs, tagged_paragraphs
from tests.invented import day

SHARED = Path(__file__).resolve().parents[3] / "shared" / "files"
ITEM = """<item><title>新馆&amp;老馆</title><link>https://a.example/1</link><author>江映雪</author>
<pubDate>Sat, 15 Mar 2025 23:30:00 +0800</pubDate><description>一句。</description>
<content:encoded><![CDATA[<p>新馆今天开馆。</p><p>藏书<b>六十万</b>册。<script>x()</script></p>]]></content:encoded></item>"""
RSS = f"""<?xml version="1.0" encoding="UTF-8"?><!-- a feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>云岭日报</title>
{ITEM}<item><title>短讯</title><description>明日有雨。&lt;br&gt;带伞。</description><pubDate>某日</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>云岭日报</title><entry><title>新馆开馆</title>
<updated>2025-03-15T23:30:00+08:00</updated><author><name>江映雪</name></author>
<content type="text">新馆今天开馆。\n1 &lt; 2。</content></entry></feed>"""


def test_rss() -> None:
    """The whole text before what is said of it; the paper is the feed's title; the day as it is written there."""
    first, second = read_feed(RSS.encode(), "d/要闻.xml")
    assert isinstance(first, Article)
    assert (first.id, first.source, first.paper) == ("要闻-0001", "d/要闻.xml", "云岭日报")
    assert (first.headline, first.byline, first.date) == ("新馆&老馆", "江映雪", datetime.date(2025, 3, 15))
    assert (first.body, first.extra) == (("新馆今天开馆。", "藏书六十万册。"), {"url": "https://a.example/1"})
    assert isinstance(second, Article)
    assert (second.body, second.date, second.extra) == (("明日有雨。", "带伞。"), None, {})


def test_atom() -> None:
    """A text that is plain has no tags."""
    (entry,) = read_feed(ATOM.encode(), "a.atom")
    assert isinstance(entry, Article)
    assert (entry.body, entry.date, entry.byline) == (
        ("新馆今天开馆。", "1 < 2。"),
        datetime.date(2025, 3, 15),
        "江映雪",
    )


@pytest.mark.parametrize(("said", "encoding"), [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("big5", "big5hkscs")])
def test_a_feed_is_in_the_encoding_that_fits(said: str, encoding: str) -> None:
    """Whatever it says; no bad byte makes other characters of the rest, and it is told."""
    traditional = RSS.partition("?>")[2].translate(str.maketrans("馆开册", "館開冊"))
    data = f'<?xml version="1.0" encoding="{said}"?>{traditional}'.encode(encoding, "replace")
    first, _ = read_feed(data, "a.rss")
    assert isinstance(first, Article)
    assert first.headline == "新館&老館"


@pytest.mark.parametrize("said", ["unicode_escape", "hex", "punycode", "x"])
def test_what_is_no_encoding_of_text_is_not_believed_blindly(said: str) -> None:
    """Whatever name stands there, there are articles or a line."""
    with suppress(InputError):
        list(read_feed(f'<?xml version="1.0" encoding="{said}"?>{RSS.partition("?>")[2]}\\ud800'.encode(), "a.rss"))


def test_a_bad_byte_makes_no_other_characters_of_the_rest() -> None:
    """It is told, with its place."""
    notice, first, _ = read_feed(RSS.encode().replace(b"&amp;", b"\xff&amp;", 1), "a.rss")
    assert isinstance(notice, Notice)
    assert isinstance(first, Article)
    assert (first.headline, first.byline) == ("新馆\ufffd&老馆", "江映雪")


def test_who_wrote_it() -> None:
    """Names of all authors, not the addresses that RSS asks for; an address where nothing else is there."""
    for written, byline in (
        ("<author>a@b.example (江映雪)</author>", "江映雪"),
        ("<author>a@b.example</author>", "a@b.example"),
        ("", None),
    ):
        feed = f'<rss version="2.0"><channel><item><title>题</title>{written}</item></channel></rss>'
        (article,) = read_feed(feed.encode(), "a.rss")
        assert isinstance(article, Article)
        assert article.byline == byline
    names = "".join(f"<author><name>{name}</name></author>" for name in ("江映雪", "田雨"))
    (article,) = read_feed(ATOM.replace("<author><name>江映雪</name></author>", names).encode(), "a.atom")
    assert isinstance(article, Article)
    assert article.byline == "江映雪 田雨"


def test_our_own_feeds_are_read() -> None:
    """What the digest writes of a day is known as a feed, and has an entry for each story."""
    data = RENDERERS["atom"](day())
    assert isinstance(data, bytes)
    entries = list(open_file(data, "feed.xml"))
    assert entries
    assert all(isinstance(entry, Article) and entry.body for entry in entries)


def test_a_feed_is_known_by_its_first_element() -> None:
    """Whatever stands before it; other XML is none; what goes on opening takes no time."""
    for data in (RSS, f"\ufeff\n<!DOCTYPE rss>{ATOM}", '<rdf:RDF xmlns:rdf="x">', "<atom:feed>"):
        assert find_door(data.encode(), "a.xml").module == "feed"
    for data in ("<note><rss>", "<!-- <rss> --><TEI>", "<?a?>" * 20_000, "<rssx>"):
        with pytest.raises(InputError, match="neither a page"):
            find_door(data.encode(), "a.what")


def test_what_is_no_feed_is_told(tmp_path: Path) -> None:
    """On one line; a name in its place is not opened; what breaks off is told after what is there."""
    for data, told in [
        (b"", "the file is empty"),
        (b"\0\0\xfe\xff", "the file is empty"),
        (b"<rss><channel>", "broken"),
        (str(tmp_path).encode(), "no feed"),
    ]:
        with pytest.raises(InputError, match=told):
            list(read_feed(data, "a.rss"))
    with pytest.raises(InputError, match="no article is in it"):
        list(read_feed(b'<rss version="2.0"><channel><title>a</title></channel></rss>', "a.rss"))
    *entries, last = read_feed(RSS.encode()[: RSS.encode().index("带伞".encode())], "a.rss")
    assert len(entries) == 2
    assert isinstance(last, Failure)
    assert "breaks off" in str(last)


def test_no_file_is_put_in(tmp_path: Path) -> None:
    """An entity that names one stays out."""
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    feed = head + '<rss version="2.0"><channel><item><title>前&x;后</title></item></channel></rss>'
    assert "机密" not in "".join(map(str, read_feed(feed.encode(), "a.rss")))


def test_paragraphs_of_html_and_of_plain_text() -> None:
    """Blocks, breaks and indents part them; what is not seen is gone; nothing else is lost."""
    assert tagged_paragraphs("<div>甲<div>乙</div>丙</div><ul><li>丁<li>戊</ul><style>a{}</style>己<b>庚</b>") == (
        "甲", "乙", "丙", "丁", "戊", "己庚",
    )  # fmt: skip
    assert tagged_paragraphs("") == ()
    assert paragraphs("　　甲\r\n\r\n乙　　丙") == ("甲", "乙", "丙")
    assert (is_tagged("a<BR/>b"), is_tagged("a < b > c"), is_tagged("《<报>》")) == (True, False, False)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample files are not here")
def test_a_real_feed() -> None:
    """Each of its five entries has a headline, a text, a day and a link; what it is a feed of is the paper."""
    entries = list(open_file((SHARED / "feeeed-politics.xml").read_bytes(), "politics.xml"))
    assert len(entries) == 5
    for entry in entries:
        assert isinstance(entry, Article)
        assert (entry.paper, entry.date) == ("Random Politics Insights", datetime.date(2026, 8, 22))
        assert entry.headline
        assert entry.headline.startswith("[Random Politics Insights] article_")
        assert entry.body == (f"Tap to read PDF document: {entry.headline.split()[-1]}.pdf",)
        assert entry.extra["url"].endswith(f"/{entry.headline.split()[-1]}.pdf")
