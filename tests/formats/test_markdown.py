"""Markdown at the door: its marks are read, all that they mark stays."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article
from articles.page import Page
from formats.doors import open_file
from formats.latex import plain_formulas
from formats.markdown import is_markdown, read_inline, read_markdown
from reading.reader import read_page
from tests.reading.test_properties import characters
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases"
PAGES = sorted([*CASES.glob("27-mdtools/*.md"), *CASES.glob("34-md/*.md")])
LITTER = re.compile(r"[#*<>|$`\\]|\]\(|&\w+;|---|===|\.jpe?g|image|title:|Page", re.IGNORECASE)


def articles(path: Path) -> list[Article]:
    """What is read on a page."""
    (page,) = open_file(path.read_bytes(), path.name)
    assert isinstance(page, Page)
    return list(read_page(page, MODELS.reader).articles)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_converters_pages_are_read(path: Path) -> None:
    """Each `本报讯` is a story's with its headline, no story begins elsewhere, and no mark is left in a text."""
    found = articles(path)
    assert len(found) == len(
        re.findall(
            r"^#{1,3}.*(?:市|少年|无空格|早茶|夜市|步道)|^(?:\*\*|__)\S+(?:\*\*|__)$|^[=-]{4,}$",
            path.read_text("utf-8"),
            re.MULTILINE,
        )
    )
    for article in found:
        assert article.headline
        texts = [article.headline, *article.body, *article.captions]
        assert not [text for text in texts if LITTER.search(text)]


def test_what_stands_in_a_story_stays_in_it() -> None:
    """A table's rows, a caption beside a picture, a quotation, a list."""
    first = articles(CASES / "27-mdtools" / "2025-04-01-p01.md")
    assert first[0].captions == ("图为医生为患者检查",)
    assert first[1].body[-2:] == ("组别\t人数\n男子\t45\n女子\t35", "裁判长鲍立诚说，今年报名人数比去年多。")
    tea = articles(CASES / "27-mdtools" / "2025-04-04-p01.md")[0]
    assert tea.body[1] == "品种\t公斤价\n毛尖\t120\n绿芽\t96"
    assert "上涨 8.5%。" in tea.body[0]
    listed = articles(CASES / "34-md" / "2025-04-07-p01.md")[0]
    assert listed.body[1] == "头部检查一百九十元\n胸部检查二百元\n腹部检查二百二十元"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**本报讯**（记者*罗峥*）__市里__的_新_馆", "本报讯（记者罗峥）市里的新馆"),
        ("3*4*5、a_b_c、5 * 6", "3*4*5、a_b_c、5 * 6"),
        ("[鲍立诚](http://example.com/a_(b))说", "鲍立诚说"),
        ("3<5，x>2；R&D &lt;b&gt;", "3<5，x>2；R&D <b>"),
        ("CO<sub>2</sub>`code`", "CO2code"),
        (r"\*注 1\. 说明", "*注 1. 说明"),
        ("![](a.jpg)![Image](b.jpg)![图为新馆](c(1).jpg)", "图为新馆"),
    ],
)
def test_marks_go_and_text_stays(marked: str, plain: str) -> None:
    """Where a mark may be the text's own, it stays."""
    assert read_inline(marked) == plain


@pytest.mark.parametrize(
    ("formula", "plain"),
    [
        (r"$34.8\%$", "34.8%"),
        (r"$3 0 \sim 4 0 \mathrm { k m }$", "30～40km"),
        (r"$25^{\circ}\mathrm{C}$", "25°C"),
        (r"\( \frac{1}{3} \)", "1/3"),
        ("票价$5，童票$3", "票价$5，童票$3"),
    ],
)
def test_formulas_are_plain_text(formula: str, plain: str) -> None:
    """What a formula in a newspaper stands for; two prices are none."""
    assert plain_formulas(formula) == plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("标题\n====\n\n正文。", "# 标题\n\n\n正文。"),
        ("###无空格标题 ##\n正文。", "### 无空格标题\n正文。"),
        ("**春耕开始**\n\n正文。", "## 春耕开始\n\n正文。"),
        ("# 春耕\n\n**小标题**\n\n正文。", "# 春耕\n\n小标题\n\n正文。"),
        ("#春耕#大家谈", "#春耕#大家谈"),
        ("正文到此为止。\n---\n正文。", "正文到此为止。\n\n正文。"),
        ("- 12 -", "- 12 -"),
        ("> 一段话，\n> 又一句。", "一段话，\n又一句。"),
    ],
)
def test_lines(text: str, read: str) -> None:
    """Headings of every kind are `#` lines, and what only looks like one is none."""
    assert read_markdown(text) == read


def test_front_matter_names_the_day() -> None:
    """It is no text of the page; its day is the page's where the name tells none."""
    (page,) = open_file("---\ntitle: 清禾日报\ndate: 2025-04-12\n---\n\n## 春耕\n\n农民下地。".encode(), "page.md")
    assert isinstance(page, Page)
    assert (str(page.date), page.text.strip()) == ("2025-04-12", "## 春耕\n\n农民下地。")


def test_text_that_is_plainly_markdown_is_read_as_it() -> None:
    """Whatever it is called; a plain page is left as it is."""
    (page,) = open_file("# 春耕\n\n**本报讯** 农民下地。".encode(), "page.txt")
    assert isinstance(page, Page)
    assert page.text == "# 春耕\n\n本报讯 农民下地。"
    assert not is_markdown("春耕\n---\n3*4*5 农民下地 [1] #1\n| 春 | 耕 |")


@given(st.lists(st.text("春耕农民下地，。！（）“”AB1 　", max_size=40), max_size=8).map("\n".join))
def test_text_without_marks_is_read_as_it_is(text: str) -> None:
    """To the letter."""
    assert read_markdown(text) == text


@given(st.text("春耕。#*_|-=>![]()<a/>$\\&;`~ \n", max_size=80))
def test_no_character_of_the_text_is_lost(text: str) -> None:
    """Whatever the marks."""
    kept = [char for char in text if "\u4e00" <= char <= "\u9fff" or char == "。"]
    shown = re.sub(
        r"<!--.*?(?:-->|\Z)|!?\[[^\]\n]*\]\([^\n]*|\[[^\n]*\]:[^\n]*|<[^>]*>|&[^;]*;|!\[.*", "", text, flags=re.DOTALL
    )
    if shown == text:
        assert characters([re.sub(r"[^\u4e00-\u9fff。]", "", read_markdown(text))]) == characters(kept)
