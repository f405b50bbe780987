"""Assembly: the fields of an article, and what becomes of lines that are no story."""

import datetime
from dataclasses import replace

import numpy as np
import pytest

from articles.article import Article
from articles.ids import article_ids
from articles.page import Page
from reading.headlines.score import CERTAIN
from reading.reading import Reading
from reading.stories.assemble import assemble_reading
from reading.stories.segment import segment
from tests.stages import joins_of, labelled, rows_of, segmented
from tests.three_stories import BRIDGE, LIBRARY
from tests.trained import MODELS

PAGE = Page("", "pages/2025-04-09-p02.txt", datetime.date(2025, 4, 9), 2)


def assembled(*parts: str, page: Page = PAGE) -> Reading:
    return assemble_reading(page, labelled(*parts), segmented(*parts), article_ids(page, 1), MODELS.reader.heads)


def test_an_article_has_its_pages_fields() -> None:
    """Day, number and source come from the page, the reporter and the day from the lead."""
    (article,) = assembled("云岭市图书馆新馆开馆", *LIBRARY).articles
    assert article == Article(
        "2025-04-09-p02-a01",
        PAGE.source,
        date=PAGE.date,
        page=2,
        headline="云岭市图书馆新馆开馆",
        byline="田雨晴",
        dateline="4月8日",
        body=LIBRARY,
        pages=(2,),
    )
    (named,) = assembled("云岭市图书馆新馆开馆", *LIBRARY, page=replace(PAGE, paper="岚川日报", section="B")).articles
    assert (named.paper, named.section, named.page) == ("岚川日报", "B", 2)
    (unnumbered,) = assembled("云岭市图书馆新馆开馆", *LIBRARY, page=Page("", "x.txt")).articles
    assert (unnumbered.id, unnumbered.page, unnumbered.pages) == ("x-p01-a01", None, ())


def test_a_byline_of_its_own_comes_before_that_of_the_lead() -> None:
    """Several are one field."""
    (article,) = assembled("云岭市图书馆新馆开馆", "本报记者 周岚", "通讯员 王一", *LIBRARY).articles
    assert article.byline == "本报记者 周岚 通讯员 王一"


def test_a_headline_over_nothing_is_no_article() -> None:
    """Lines alone tell nothing: they are furniture, and take no id."""
    reading = assembled("# 征稿启事", "# 云岭市图书馆新馆开馆", *LIBRARY, "# 明日天气")
    assert [article.id for article in reading.articles] == ["2025-04-09-p02-a01"]
    assert "明日天气" in reading.furniture


def test_a_slogan_that_its_story_does_not_support_is_furniture() -> None:
    """One that the story says again is a line of the story."""
    for slogan, furniture in (("南岭酒业 百年匠心", True), ("绘本故事 少儿阅览", False)):
        parts = ("云岭市图书馆新馆开馆", LIBRARY[0], LIBRARY[1], slogan, LIBRARY[2])
        rows = rows_of(*parts)
        titles = np.array([CERTAIN, *[-CERTAIN] * 4], dtype=np.float32)
        found = segment(rows, joins_of(rows), titles, MODELS.reader)
        reading = assemble_reading(PAGE, labelled(*parts), found, article_ids(PAGE, 1), MODELS.reader.heads)
        assert reading.furniture == ((slogan,) if furniture else ())
        assert (slogan in reading.articles[0].body) is not furniture


@pytest.mark.parametrize(("cut", "ends"), [((33,), ()), ((), ())])
def test_joined_pieces_are_one_paragraph(cut: tuple[int, ...], ends: tuple[int, ...]) -> None:
    """And no open end."""
    parts = [LIBRARY[1][start:end] for start, end in zip((0, *cut), (*cut, None), strict=True)]
    (article,) = assembled("云岭市图书馆新馆开馆", LIBRARY[0], *parts, LIBRARY[2]).articles
    assert (article.body, article.open_ends) == (LIBRARY, ends)


def test_open_ends_are_numbered_among_the_paragraphs() -> None:
    """A piece that nothing carries on is told by its place, a joined one counts as one with its rest."""
    parts = (LIBRARY[1][:33], LIBRARY[1][33:], LIBRARY[2][:44])
    (article,) = assembled("云岭市图书馆新馆开馆", LIBRARY[0], *parts).articles
    assert (article.body, article.open_ends) == ((*LIBRARY[:2], parts[2]), (2,))


def test_everything_has_its_place() -> None:
    """Furniture is what no article has, duplicates aside."""
    reading = assembled("要闻", "云岭市图书馆新馆开馆", *LIBRARY, "大桥封闭大修", *BRIDGE, *LIBRARY[1:])
    assert (reading.furniture, reading.duplicates) == (("要闻",), LIBRARY[1:])
    assert [article.headline for article in reading.articles] == ["云岭市图书馆新馆开馆", "大桥封闭大修"]
