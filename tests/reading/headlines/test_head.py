"""Heads: of the lines over a story, the headline, what stands over and under it, and what only looks like one."""

import pytest

from articles.block import Block
from reading.headlines.head import Head, choose_head
from reading.headlines.parts import HeadLines
from tests.trained import MODELS

LINE, LESS = "新馆开馆迎来首批读者", "一千二百个座位全部坐满"


def head(
    *lines: str | Block, own: tuple[float, ...] = (), others: tuple[float, ...] = (), top: bool = False
) -> tuple[Head, list[int]]:
    """The head of lines, none of which carries on another; the story holds them by one half unless said otherwise."""
    blocks = [line if isinstance(line, Block) else Block(line) for line in lines]
    apart = HeadLines(blocks, own or (0.5,) * len(lines), (-3.0,) * (len(lines) - 1), (1.0,) * len(lines))
    return choose_head(apart, others or (0.0,) * len(lines), MODELS.reader.heads, top)


def test_the_highest_markdown_level_is_the_headline() -> None:
    """Fewer hashes are higher, wherever the line stands."""
    assert head(Block(LINE, 3), Block(LESS, 2), own=(0.9, 0.4))[0] == Head(LESS, LINE, None)
    assert head(Block(LINE, 2), Block(LESS, 3), own=(0.4, 0.9))[0] == Head(LINE, None, LESS)


@pytest.mark.parametrize(
    "kicker", ["贺志强在图书馆调研时强调", "城市更新系列报道之三", "记者手记", "新馆见闻：", "“七一”主题活动"]
)
def test_a_kicker_stands_over_the_headline(kicker: str) -> None:
    """What ends so introduces the next line, though the story holds it as well; alone it is the headline."""
    assert head(kicker, LINE, own=(0.9, 0.5))[0] == Head(LINE, kicker, None)
    assert head(kicker)[0].headline == kicker


@pytest.mark.parametrize(
    "subhead", ["——记云岭市图书馆馆长贺志强", "--新馆开馆侧影", "贺志强主持会议", "贺志强出席并讲话", "罗安陪同"]
)
def test_a_subhead_stands_under_the_headline(subhead: str) -> None:
    """What begins or ends so explains the line above, though the story holds it better; alone it is the headline."""
    assert head(LINE, subhead, own=(0.5, 0.9))[0] == Head(LINE, None, subhead)
    assert head(subhead)[0].headline == subhead


@pytest.mark.parametrize("line", ["让新馆有书有灯有人（云岭时评）", "让新馆有书有灯有人(一线视角)"])
def test_a_line_that_a_columns_name_closes_is_the_headline(line: str) -> None:
    """Over another line and under it, though the story holds that better."""
    assert head(line, LESS, own=(0.1, 0.9))[0] == Head(line, None, LESS)
    assert head(LESS, line, own=(0.9, 0.1), top=False)[0] == Head(line, LESS, None)


def test_a_very_short_line_seldom_is_the_headline() -> None:
    """Five characters and fewer name a column."""
    assert head("走近科学馆", LINE, own=(0.9, 0.4))[0] == Head(LINE, "走近科学馆", None)


@pytest.mark.parametrize(
    "actor", ["市公安局青溪分局民警", "云岭市图书馆馆长、市人大代表", "云岭杯青少年足球预选赛", "南坡镇所在的青溪区"]
)
def test_an_actor_alone_stands_over_the_headline(actor: str) -> None:
    """Who or where, and nothing done; though the story holds it better by some, and never the last of the lines."""
    assert head(actor, LINE, own=(0.8, 0.5))[0] == Head(LINE, actor, None)
    assert head(LINE, actor, own=(0.5, 0.6))[0].headline == actor
    assert head(actor)[0].headline == actor


def test_what_introduces_or_explains_is_less_of_a_headline_than_a_very_short_line() -> None:
    """However well the story holds it."""
    assert head("贺志强在图书馆调研时强调", "走近科学馆", own=(0.9, 0.1))[0].headline == "走近科学馆"
    assert head("走近科学馆", "——记馆长贺志强", own=(0.1, 0.9))[0].headline == "走近科学馆"


def test_a_line_that_nothing_supports_is_a_banner() -> None:
    """Beside a line that the story holds much better, and held by another story as well; never right over the text."""
    assert head(LESS, LINE, own=(0.04, 0.5)) == (Head(LINE), [0])
    assert head(LESS, LINE, own=(0.06, 0.5)) == (Head(LINE, LESS, None), [])
    assert head(LESS, LINE, own=(0.29, 0.5), others=(0.3, 0.0)) == (Head(LINE), [0])
    assert head(LESS, LINE, own=(0.31, 0.5), others=(0.3, 0.0)) == (Head(LINE, LESS, None), [])
    assert head(LINE, LESS, own=(0.5, 0.0))[1] == []
    assert head(LINE, LESS, own=(0.5, 0.0), top=True) == (Head(LINE), [1])


def test_a_slogan_that_any_story_would_support_is_a_banner() -> None:
    """Over a headline; alone only on top of the page."""
    assert head("云桐山泉 一口清甜", LINE, own=(0.45, 0.5), others=(0.4, 0.0)) == (Head(LINE), [0])
    assert head("云桐山泉 一口清甜", LINE, own=(0.45, 0.5), others=(0.3, 0.0))[1] == []
    assert head("云桐山泉 一口清甜", own=(0.05,), top=True) == (Head(), [0])
    assert head("云桐山泉 一口清甜", own=(0.05,)) == (Head("云桐山泉 一口清甜"), [])
    assert head("云桐山泉 一口清甜", own=(0.5,), top=True) == (Head("云桐山泉 一口清甜"), [])


def test_no_banner_has_a_second_line() -> None:
    """A line over ——记… is a headline, and so is that, however little the story holds of them."""
    second = "——记云岭市图书馆馆长贺志强"
    assert head("新馆 新书 新读者", second, LINE, own=(0.0, 0.0, 0.5), top=True)[1] == []
    assert head(second, LINE, own=(0.0, 0.5)) == (Head(LINE), [0])
    assert head("新馆 新书 新读者", LESS, LINE, own=(0.0, 0.0, 0.5), top=True)[1] == [0, 1]
