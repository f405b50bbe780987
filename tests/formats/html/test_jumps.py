"""Jump lines in an e-paper's stories: fields of theirs, no part of their texts, and joined over the day."""

from collections.abc import Callable
from pathlib import Path

import pytest

import baozhai
from articles.article import Article
from formats.html.door import read_html
from formats.html.jumps import part_jumps
from tests.formats.html.made import OTHER, STORY, founder, people

FIRST = ("本报讯（记者温若溪）4月1日，云岭市图书馆新馆开馆，馆长贺志强说，新馆藏书六十万册，读者凭身",)
SECOND = ("份证即可入馆，图书馆的夜间开放时间延长到九点。", "少儿阅览区单独设门，图书馆每周六有志愿者讲故事。")


def read(page: str) -> Article:
    """The story of a saved page."""
    [article] = read_html(page.encode(), "content_7.htm")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("line", ["（下转第3版）", "下转B04版", "（紧转第三版）"])
@pytest.mark.parametrize("apart", [True, False], ids=["a paragraph", "behind the last one"])
def test_a_story_tells_where_it_goes_on(line: str, apart: bool) -> None:
    """The page named stands in its field, the line not in its text."""
    body = (*STORY, line) if apart else (*STORY[:-1], STORY[-1] + line)
    article = read(founder(body=body))
    assert article.body == STORY
    assert article.continues
    assert article.continues in line
    assert article.continued_from is None


@pytest.mark.parametrize("make", [founder, people])
def test_a_story_tells_where_it_comes_from(make: Callable[..., str]) -> None:
    """Before its text, as a paragraph, or behind its headline."""
    for page in (
        make(body=("（上接第1版）", *OTHER)),
        make(body=("（上接第1版）" + OTHER[0], *OTHER[1:])),
        make(headline="东门大桥封闭大修（上接第1版）", body=OTHER),
    ):
        article = read(page)
        assert (article.body, article.continued_from, article.continues) == (OTHER, "第1版", None)
        assert "上接" not in (article.headline or "")


def test_a_headline_may_be_a_jump_line_alone() -> None:
    """Such a part has no headline of its own."""
    article = read(founder(headline="（上接A1版）", kicker="", subhead=""))
    assert (article.headline, article.continued_from) == (None, "A1版")


def test_texts_that_are_jump_lines_alone_are_none() -> None:
    """The first page named in each direction counts; a text that is not there stays away."""
    jumps = part_jumps(("（上接第1版）", None, "新馆开馆。（下转第5版）", "（下转第6版）"))
    assert jumps.texts == (None, None, "新馆开馆。", None)
    assert (jumps.continues, jumps.continued_from) == ("第5版", "第1版")


def test_a_sentence_about_pages_stays() -> None:
    """接 and 转 in running text are no jump lines."""
    told = ("读者转第3版的文章给编辑部，接着又来信。", "市民说，版面上接第1版的那篇最好看。")
    article = read(founder(body=told))
    assert (article.body, article.continues, article.continued_from) == (told, None, None)


def test_a_folder_of_saved_pages_holds_the_story_once(tmp_path: Path) -> None:
    """The part on page 1 breaks off in mid-sentence, the part on page 3 carries it on: one story on two pages."""
    pages = {
        "content_1.htm": founder("新馆开馆", (*FIRST, "（下转第3版）"), page="1", caption=""),
        "content_2.htm": founder("大桥封闭大修", OTHER, page="3", caption="", kicker="", subhead=""),
        "content_3.htm": founder("新馆开馆", ("（上接第1版）", *SECOND), page="3", caption="", kicker="", subhead=""),
    }
    for name, page in pages.items():
        (tmp_path / name).write_text(page, "utf-8")
    library, bridge = baozhai.read(tmp_path)
    assert library.body == (FIRST[0] + SECOND[0], SECOND[1])
    assert (library.pages, library.continues, library.continued_from) == ((1, 3), None, None)
    assert bridge.body == OTHER
