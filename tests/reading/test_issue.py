"""An issue: stories that jump from page to page, and the reasons for everything on a page."""

from dataclasses import replace

import pytest

from articles.article import Article
from articles.page import Page
from reading.explain import explain
from reading.issue import read_issue
from reading.jumps import join_jumps
from reading.reader import read_page
from tests.trained import MODELS

FRONT = """云岭市图书馆新馆开馆

本报讯（记者田雨晴）4月8日，云岭市图书馆新馆开馆。新馆位于文昌路北侧，藏书六十万册，读者凭身份证即可入馆。

馆长贺志强介绍，新馆延长了夜间开放时间，少儿阅览区单独设门，家长可以陪着孩

（下转第3版）

东门大桥封闭大修四个月

本报讯（记者许明达）横跨青水河的东门大桥4月7日封闭大修，工期四个月，过往车辆须绕行南门大桥。"""
INSIDE = """南坡镇万亩苹果园疏花忙

本报讯（记者高原）连日来，南坡镇的苹果园里一片忙碌，果农们抓紧疏花、授粉。今年花期比往年早了六天。

（上接第1版）

子看绘本，每周六上午有志愿者讲故事。

图书馆还在全市设了三十个还书点，读者在一处借的书可以在另一处还。"""
WHOLE = (
    "本报讯（记者田雨晴）4月8日，云岭市图书馆新馆开馆。新馆位于文昌路北侧，藏书六十万册，读者凭身份证即可入馆。",
    "馆长贺志强介绍，新馆延长了夜间开放时间，少儿阅览区单独设门，家长可以陪着孩子看绘本，每周六上午有志愿者讲故事。",
    "图书馆还在全市设了三十个还书点，读者在一处借的书可以在另一处还。",
)
FIRST, SECOND = Page(FRONT, "p1.txt", number=1), Page(INSIDE, "p3.txt", number=3)


def by_headline(*pages: Page | Article) -> dict[str | None, Article]:
    """The articles of an issue by their headlines."""
    return {article.headline: article for article in read_issue(pages, MODELS).articles}


def test_a_story_that_jumps_becomes_one() -> None:
    """（下转第3版） finds （上接第1版）: one story, where it began, that names both pages, no sentence broken."""
    found = by_headline(FIRST, SECOND)
    assert list(found) == ["云岭市图书馆新馆开馆", "东门大桥封闭大修四个月", "南坡镇万亩苹果园疏花忙"]
    story = found["云岭市图书馆新馆开馆"]
    assert (story.body, story.pages, story.open_ends) == (WHOLE, (1, 3), ())
    assert (story.continues, story.continued_from) == (None, None)


def test_the_pages_may_come_in_any_order() -> None:
    """What begins on page 1 is whole though page 3 was named first."""
    assert by_headline(SECOND, FIRST)["云岭市图书馆新馆开馆"].body == WHOLE


def test_a_partner_that_is_missing_is_said_to_be() -> None:
    """A part alone keeps its jump line's page and its open end."""
    first = by_headline(FIRST)["云岭市图书馆新馆开馆"]
    assert (first.continues, first.pages, first.open_ends) == ("第3版", (1,), (1,))
    (second,) = [article for article in read_issue([SECOND], MODELS).articles if article.continued_from]
    assert (second.headline, second.continued_from, second.pages) == (None, "第1版", (3,))
    assert second.body[0].startswith("子看绘本")


@pytest.mark.parametrize("number", [2, 4])
def test_a_part_on_another_page_is_no_partner(number: int) -> None:
    """The page that the jump line names is believed."""
    other = replace(SECOND, number=number)
    assert by_headline(FIRST, other)["云岭市图书馆新馆开馆"].continues == "第3版"


def test_of_several_parts_the_kin_is_chosen() -> None:
    """Two stories go on at page 3; each finds its own rest by the words that they share."""
    parts = [
        Article("a", page=1, body=("图书馆新馆开馆，读者凭身份证入馆。",), continues="第3版", pages=(1,)),
        Article("b", page=1, body=("苹果园疏花忙，果农请来农技员。",), continues="第3版", pages=(1,)),
        Article("c", page=3, body=("农技员说，果农要防倒春寒，苹果怕冻。",), continued_from="第1版", pages=(3,)),
        Article("d", page=3, body=("读者在图书馆一处借书，别处可还。",), continued_from="第1版", pages=(3,)),
    ]
    one, two = join_jumps(parts)
    assert (one.body[1][:2], two.body[1][:3], one.pages, two.pages) == ("读者", "农技员", (1, 3), (1, 3))


def test_a_story_over_three_pages() -> None:
    """A part that comes and goes on is a link of a chain."""
    parts = [
        Article("a", page=1, body=("一。",), continues="第2版", pages=(1,)),
        Article("b", page=2, body=("二。",), continues="第3版", continued_from="第1版", pages=(2,)),
        Article("c", page=3, body=("三。",), continued_from="第2版", pages=(3,)),
    ]
    (story,) = join_jumps(parts)
    assert (story.id, story.body, story.pages) == ("a", ("一。", "二。", "三。"), (1, 2, 3))


def test_jumps_in_a_circle_lose_nothing() -> None:
    """Two parts that each claim to carry on the other become one story, once."""
    parts = [
        Article("a", page=1, body=("一",), continues="第2版", continued_from="第2版", pages=(1,)),
        Article("b", page=2, body=("二",), continues="第1版", continued_from="第1版", pages=(2,)),
    ]
    (story,) = join_jumps(parts)
    assert story.body == ("一二",)


def test_the_second_parts_own_lines_are_kept() -> None:
    """Its headline, byline, captions, sign-off and places stand in the whole story."""
    here = ((1, 0.5, 0.6, 0.7, 0.8),)
    first = Article("a", page=1, byline="田雨晴", body=("一。",), continues="第3版", pages=(1,), places=here)
    second = Article(
        "b",
        page=3,
        headline="新馆开馆",
        byline="高原",
        body=("二",),
        captions=("图为新馆。",),
        signoff="（周岚）",
        continued_from="第1版",
        pages=(3,),
        open_ends=(0,),
        places=((3, 0.1, 0.2, 0.3, 0.4),),
    )
    (story,) = join_jumps([first, second])
    assert (story.byline, story.signoff) == ("田雨晴 高原", "（周岚）")
    assert (story.captions, story.open_ends) == (("新馆开馆", "图为新馆。"), (1,))
    assert story.places == (*here, *second.places)


def test_an_article_already_cut_passes() -> None:
    """What came as an article needs no reading, and still finds its other part."""
    read = by_headline(FIRST)["云岭市图书馆新馆开馆"]
    assert by_headline(read, SECOND)["云岭市图书馆新馆开馆"].body == WHOLE


def test_ids_name_day_page_and_place() -> None:
    """Each article has an id of its own, also where pages do not tell their numbers."""
    articles = read_issue([FIRST, SECOND, Page(FRONT, "x.txt"), Page(FRONT, "y.txt")], MODELS).articles
    assert len({article.id for article in articles}) == len(articles)
    assert articles[0].id == "p1-p01-a01"


def test_the_explanation_tells_each_block() -> None:
    """Block by block: what it was taken for, the article it went to, and the rule or the join that put it there."""
    cut = WHOLE[1].index("单独")
    blocks = ["要闻", "云岭市图书馆新馆开馆", WHOLE[0], WHOLE[1][:cut], WHOLE[1][cut:], WHOLE[0], "（下转第3版）"]
    reading = read_page(Page("\n\n".join(blocks), "2025-04-09.txt"), MODELS.reader)
    traces = reading.traces
    assert [trace.text for trace in traces] == blocks
    assert [trace.role for trace in traces] == ["furniture", "head", "piece", "piece", "piece", "duplicate", "jump"]
    reasons = ["section label", "headline", "paragraph", "", "carries on “…", "repeats block 3", "jump line"]
    assert [reason for trace, reason in zip(traces, reasons, strict=True) if reason not in trace.why] == []
    first, *lines = explain(reading)
    assert first == "page 1: of 3 texts 1 carry on another, 0 moved, 0 break off"
    assert lines[0] == "   1  furniture  -                     要闻"
    assert lines[9].endswith(f"carries on “…{blocks[3][-8:]}” (logit {logit(traces[4].why)})")


def logit(why: str) -> str:
    """The figure in a reason, a sign and one decimal."""
    figure = why.rpartition(" ")[2].rstrip(")")
    assert f"{float(figure):+.1f}" == figure
    return figure
