"""The lines over a story: the ways to part them, and a headline that was broken into two or three lines."""

from pathlib import Path

import pytest

from articles.article import Article
from articles.block import Block
from articles.page import Page
from reading.headlines.parts import HeadLines, Parting, part_features, partings
from reading.reader import read_page
from tests.trained import MODELS

CASES = Path(__file__).parents[2] / "cases"
BROKEN = {
    "06-wraphead/2025-04-01": "市人大常委会组成人员视察全市乡村公路养护和桥梁安全工作",
    "06-wraphead/2025-04-02": "清禾市民免费乘坐新能源公交车",
    "06-wraphead/2025-04-03": "市人民医院引进新型手术机器人完成首例肝脏切除手术",
    "38-wrap2/2025-04-02": "市人民医院引进新型手术机器人完成首例肝脏切除",
    "38-wrap2/2025-04-03": "市人民医院引进手术机器人",
    "38-wrap2/2025-04-04": "手术机器人“进驻”市人民医院",
    "38-wrap2/2025-04-05": "首例机器人肝脏切除手术在市人民医院完成",
}
TEXT = (
    "本报讯（记者罗安）4月8日，云岭市图书馆新馆建成开馆，藏书六十万册，读者凭身份证即可入馆借阅。",
    "馆长贺志强介绍，新馆延长了夜间开放时间，少儿阅览区单独设门，市民在家门口就能读到新书。",
)


def story(head: str) -> Article:
    """The one story of a page of a head over a text."""
    (article,) = read_page(Page("\n\n".join([head, *TEXT]), "page.txt"), MODELS.reader).articles
    return article


def lines(*blocks: Block) -> HeadLines:
    return HeadLines(blocks, (0.5,) * len(blocks), (1.0,) * (len(blocks) - 1), (0.0,) * len(blocks))


@pytest.mark.parametrize(("page", "headline"), BROKEN.items())
def test_a_headline_of_two_or_three_lines_is_one(page: str, headline: str) -> None:
    """Stacked, or headings of one level one after another: one headline over the whole text, no line beside it."""
    (article,) = read_page(Page((CASES / f"{page}-p01.txt").read_text("utf-8"), "page.txt"), MODELS.reader).articles
    assert (article.headline, article.kicker, article.subhead) == (headline, None, None)
    assert article.byline == "温若溪"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("云岭市图书馆新\n馆建成开馆", "云岭市图书馆新馆建成开馆"),
        ("## 云岭市图书馆新馆藏\n\n## 书六十万册供读者借阅", "云岭市图书馆新馆藏书六十万册供读者借阅"),
        ("云岭市图书馆\n新馆建成开馆\n藏书六十万册", "云岭市图书馆新馆建成开馆藏书六十万册"),
    ],
)
def test_a_broken_line_goes_on_in_the_next(head: str, headline: str) -> None:
    """Blanks aside, which stand where two clauses meet."""
    assert (story(head).headline or "").replace(" ", "") == headline
    assert "".join(story(head).body) == "".join(TEXT)


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        (
            "贺志强在图书馆调研时强调\n让新馆成为市民的大书房",
            ("贺志强在图书馆调研时强调", "让新馆成为市民的大书房", None),
        ),
        ("让新馆成为市民的大书房\n——记馆长贺志强", (None, "让新馆成为市民的大书房", "——记馆长贺志强")),
        ("### 云岭市图书馆\n## 新馆建成开馆", ("云岭市图书馆", "新馆建成开馆", None)),
    ],
)
def test_what_introduces_or_explains_stands_beside(head: str, parts: tuple[str | None, ...]) -> None:
    """Though it stands right over the headline or under it; so does a heading of another level."""
    found = story(head)
    assert (found.kicker, found.headline, found.subhead) == parts


def test_lines_apart_are_no_one_headline() -> None:
    """Only what stands right under a line, or is marked as it is, carries it on; what a layout placed never does."""
    one, two = Block("云岭市图书馆新"), Block("馆建成开馆")
    assert list(partings(lines(one, two))) == [Parting(0, 0), Parting(1, 1)]
    stacked = list(partings(lines(one, Block(two.text, under=True))))
    assert stacked == [Parting(0, 0), Parting(0, 1, (False,)), Parting(0, 1, (True,)), Parting(1, 1)]
    assert len(list(partings(lines(Block(one.text, 2), Block(two.text, 2))))) == 4
    assert len(list(partings(lines(Block(one.text, 3), Block(two.text, 2, under=True))))) == 2
    assert len(list(partings(lines(Block(one.text, opens=False), Block(two.text, opens=False, under=True))))) == 2


def test_a_headline_is_put_together() -> None:
    """With a blank where it says so, and where two Latin words meet."""
    blocks = [Block("新馆引进GPT"), Block("AI导览"), Block("读者盼来好帮手")]
    assert Parting(0, 2, (False, True)).headline(blocks) == "新馆引进GPT AI导览 读者盼来好帮手"
    assert Parting(1, 1).headline(blocks) == "AI导览"


def test_every_feature_has_a_weight() -> None:
    """And no weight is without its feature."""
    pair = lines(Block("云岭市图书馆新"), Block("馆建成开馆", under=True))
    assert {*part_features(pair, Parting(0, 1, (False,)))} == {*MODELS.reader.heads}
