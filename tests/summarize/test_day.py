"""The day: the lines that open the digest, one a story, every group with one, news told twice told once."""

from articles.article import Article
from summarize.day import Told, day, line_of
from summarize.length import Length
from summarize.rank import summarize
from summarize.summary import Sentence, Summary
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
    lines, _ = day(stories, MODELS.language)
    assert [number for _, number in lines] == [0, 2, 3]
    assert all(text in stories[number][0].text for text, number in lines)


def test_news_told_twice_is_told_once() -> None:
    """The same sentence on two pages opens the digest once."""
    lines, _ = day(
        [
            told(0, TWICE, "governance", page=1),
            told(1, TWICE, "other"),
            told(2, "全市昨夜普降入春以来第一场雨。", "other"),
        ],
        MODELS.language,
    )
    assert [number for _, number in lines] == [0, 2]


def story(number: int, size: int = 1, page: int | None = 2, headline: str | None = "要闻", **more: object) -> Told:
    """A story of its own group and its own words, so many sentences long."""
    name = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"[number]
    line = f"{name}县{name}镇{name}村{name}桥昨日通车。"
    article = Article(str(number), page=page, headline=headline, body=(line, "路" * 40 * (size - 1)), **more)  # type: ignore[arg-type]
    return article, Summary((Sentence(line, 0, 0, 1.0),), ((name * 2, 0.5),)), str(number)


def order(*stories: Told) -> list[int]:
    """The numbers of the stories that open the digest, weightiest first."""
    return [number for _, number in day(list(stories), MODELS.language)[0]]


def test_what_the_paper_makes_of_a_story_decides() -> None:
    """Page one before the others, a headline before none, the longer before the shorter, the top before the rest."""
    assert order(story(0), story(1, page=1))[0] == 1
    assert order(story(0, headline=None), story(1))[0] == 1
    assert order(story(0, source="a"), story(1, 4, source="b"))[0] == 1
    assert order(story(0), story(1), story(2)) == [0, 1, 2]
    assert order(story(0, source="a"), story(1, source="b"), story(2, source="b"), story(3, source="c")) == [0, 1, 3, 2]


def of_group(number: int, group: str) -> Told:
    """A story of its own words, of a group and a source."""
    article, summary, _ = story(number, source=str(number))
    return article, summary, group


def test_a_line_for_four_stories_and_one_for_each_group() -> None:
    """Three at least, five at most, but every group has one."""
    for stories, lines in ((2, 2), (15, 3), (16, 4), (20, 5)):
        assert len(order(*(of_group(number, "other") for number in range(stories)))) == lines
    assert len(order(*(of_group(number, str(number)) for number in range(7)))) == 7


def test_a_line_is_sixty_characters_at_most() -> None:
    """A longer sentence ends behind a clause, with …… for the rest; where none is short enough the headline says it."""
    news = (
        "4月8日，云岭市图书馆新馆建成开放，新馆位于文昌路北侧，建筑面积一万八千平方米，藏书六十万册，"
        "每天接待读者三千人次以上，夜间也开放。"
    )
    line = line_of(Article("a", headline="新馆开馆", body=(news, "读者很多。")), MODELS.language)
    assert len(line) <= 60
    assert line.endswith("……")
    assert line.removesuffix("……") in news
    assert line_of(Article("a", headline="新馆开馆", body=("馆" * 80 + "。",)), MODELS.language) == "新馆开馆"


def test_half_in_common_is_the_same_news() -> None:
    """More than half of the shorter one's pairs, not half of them."""
    for other, same in (("甲县乙桥修好通车", True), ("甲县乙村修好通车", False)):
        stories = [told(at, text, str(at)) for at, text in enumerate(("甲县乙桥昨日通车。", f"{other}。"))]
        assert (len(day(stories, MODELS.language)[0]) == 1) is same


def test_the_days_keywords_weigh_by_their_stories() -> None:
    """A word's shares count by the weight of its stories; none is part of a heavier one; ten at most."""
    front, inner = story(0, page=1), story(1)
    assert [word for word, _ in day([inner, front], MODELS.language)[1]] == ["甲甲", "乙乙"]
    both = [(front[0], Summary((), (("专利", 0.3), ("专利转化", 0.4), ("利转", 0.35))), "ip")]
    assert day(both, MODELS.language)[1] == [("专利转化", 0.4)]
    assert len(day([story(number) for number in range(12)], MODELS.language)[1]) == 10


def test_a_line_stands_alone() -> None:
    """A sentence that hangs on another opens no digest; a day without stories has no lines."""
    assert day([told(0, "对此，市里作出部署，问题得到解决。", "other")], MODELS.language)[0] == []
    assert day([], MODELS.language) == ([], [])


def test_a_scene_or_a_question_opens_no_digest() -> None:
    """Where a story paints one first, a clause of what it tells is the line, and no headline that tells nothing."""
    body = (
        "3月11日上午，在柳荫社区，家庭医生温若兰把袖带从居民刘德厚的胳膊上解下来，顺手把数字记进手机里的健康档案。",
        "签了约就管得住吗？",
        "去年以来，市卫生健康委在二十一家社区卫生服务中心推行签约服务，服务内容由八项增加到十四项，随访、转诊都写进协议。",
    )
    line = line_of(Article("a", headline="小册子", body=body), MODELS.language)
    assert line.startswith("去年以来，市卫生健康委")
    assert len(line) <= 60
