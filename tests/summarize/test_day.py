"""The day: the lines that open the digest, one a story, groups in turn, news told twice told once."""

from articles.article import Article
from summarize.day import Told, day
from summarize.length import Length
from summarize.rank import summarize
from tests.trained import MODELS

TWICE = "4月8日，市志愿者联合会第三次代表大会在文化宫召开。"


def told(at: int, text: str, group: str, page: int = 2) -> Told:
    """A story with its summary."""
    article = Article(str(at), page=page, headline="要闻", body=(text,))
    return article, summarize(article, Length(sentences=2), MODELS.language), group


def test_one_line_a_story_and_groups_in_turn() -> None:
    """Page one comes first; a second story of a group waits until the others had theirs."""
    stories = [
        told(0, "全市累计登记著作权13462件。", "ip", page=1),
        told(1, "全市专利授权量达到512件，增长两成。", "ip", page=1),
        told(2, "市疾控中心发布春季流感防治要点。", "health"),
        told(3, "市消协公布去年投诉分析报告。", "consumer"),
    ]
    lines, _ = day(stories)
    assert [number for _, number in lines] == [0, 2, 3]
    assert all(text in stories[number][0].text for text, number in lines)


def test_news_told_twice_is_told_once() -> None:
    """The same sentence on two pages opens the digest once."""
    lines, _ = day(
        [
            told(0, TWICE, "governance", page=1),
            told(1, TWICE, "other"),
            told(2, "全市昨夜普降入春以来第一场雨。", "other"),
        ]
    )
    assert [number for _, number in lines] == [0, 2]


def test_a_line_stands_alone() -> None:
    """A sentence that hangs on another opens no digest; a day without stories has no lines."""
    assert day([told(0, "对此，市里作出部署，问题得到解决。", "other")])[0] == []
    assert day([]) == ([], [])
