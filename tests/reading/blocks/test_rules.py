"""The table of rules: each names its own example, none takes text or a headline."""

from pathlib import Path

import pytest

from articles.block import Block, BlockType
from articles.dateline import is_lead
from formats.corpus import read_corpus
from reading.blocks.label import find_rule
from reading.blocks.rules import RULES, Rule

CORPUS = read_corpus(Path(__file__).parents[3] / "seeds")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_names_its_example(rule: Rule) -> None:
    """No rule before it takes the line that called for a rule."""
    assert find_rule(Block(rule.example)) is rule


LINE = 15


def test_names_are_unique() -> None:
    """A reason that is given can be found in the table."""
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_no_rule_takes_a_headline() -> None:
    """Every headline of the corpus is left to its surroundings."""
    assert [one.headline for one in CORPUS if find_rule(Block(one.headline))] == []


def test_no_rule_takes_an_ordinary_paragraph() -> None:
    """Every paragraph of the corpus is text, unless it tells who took a picture or wrote the story.

    A line under a letter or a document, its day or its writer, is none.
    """
    paragraphs = (text for one in CORPUS for text in one.body if len(text) > LINE)
    types = {text: rule.type for text in paragraphs if (rule := find_rule(Block(text)))}
    assert set(types.values()) <= {"caption", "byline", "signoff"}
    named = {kind: [text for text in types if types[text] == kind] for kind in BlockType}
    assert [text for text in named[BlockType.BYLINE] if "记者" not in text and "通讯员" not in text] == []
    assert [text for text in named[BlockType.SIGNOFF] if not text.endswith(("）", ")"))] == []
    assert [text for text in named[BlockType.CAPTION] if "摄" not in text] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(下转第3版)", "jump"),
        ("►►下转A2版", "jump"),
        ("下转第三版", "jump"),
        ("（紧接第一版）", "jump"),
        ("本报记者 罗之远 通讯员 王一", "byline"),
        ("□ 记者 田雨晴", "byline"),
        ("■见习记者 艾合买提·买买提", "byline"),
        ("文/图 田雨晴", "byline"),
        ("（田雨晴 摄）", "credit"),
        ("新华社记者 田雨晴 摄", "credit"),
        ("左图：市民在公园放风筝。", "caption"),
        ("（据《岚川日报》）", "signoff"),
        ("（作者系岚川大学教授）", "signoff"),
        ("责编：周岚 版式：罗安 校对：田雨", "furniture"),
        ("2024年3月16日 农历甲辰年二月初七 星期六", "furniture"),
        ("A02 要闻", "furniture"),
        ("0358-8220011", "furniture"),
        ("欧阳雪", "name"),
        ("图书馆里的春天", "text"),
        ("2024年3月16日，全市春耕全面铺开", "text"),
        ("高质量发展之路越走越宽", "text"),
        ("日报社举行开放日", "text"),
    ],
)
def test_lines_of_other_papers(text: str, kind: str) -> None:
    """Variants that papers print are named alike, and headlines that look a little like them are not."""
    rule = find_rule(Block(text))
    assert (rule.type if rule else BlockType.TEXT) == kind


@pytest.mark.parametrize(
    "text", ["本报讯 春来了", "本报讯(记者田雨晴)春来了", "新华社北京3月16日电 春来了", "央视网消息：春来了"]
)
def test_leads(text: str) -> None:
    """A dateline opens a story, in mid-sentence it does not."""
    assert is_lead(text)
    assert not is_lead(f"据他说，{text}")


@pytest.mark.parametrize(
    "line",
    [
        "来源：岚川日报 作者：许明达 2025-04-09 08:30",
        "本报记者 许明达 | 来源：云岭新闻网",
        "作者：江映雪、沈禾　来源: 岚川发布",
    ],
)
def test_a_saved_page_names_author_and_source(line: str) -> None:
    """Such a line is no second headline."""
    rule = find_rule(Block(line))
    assert rule
    assert rule.type == BlockType.BYLINE
