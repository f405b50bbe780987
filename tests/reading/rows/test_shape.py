"""Shapes: what a text looks like by itself, at the bounds of each rule."""

import pytest

from articles.block import Block
from reading.rows.shape import (
    MOST_EXCLAIMED,
    MOST_HEADLINE,
    MOST_NUMBERED,
    MOST_RUBRIC,
    ends_mid_sentence,
    is_headline_like,
    is_list,
    is_numbered,
    is_rubric,
    is_signed,
    starts_mid_sentence,
    table_rows,
)


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("新馆开馆", True),
        ("馆" * MOST_HEADLINE, True),
        ("馆" * (MOST_HEADLINE + 1), False),
        ("新馆开馆。", False),
        ("新馆开馆！", True),
        ("馆" * (MOST_EXCLAIMED - 1) + "！", True),
        ("馆" * MOST_EXCLAIMED + "！", False),
        ("他说：“新馆开馆！”", False),
        ("新馆开馆，", False),
        ("新馆开馆：", False),
        ("，新馆开馆", False),
        ("本报讯 新馆开馆", False),
        ("新馆开馆\n读者来了", True),
        ("新馆\n开馆\n读者", False),
        ("新馆开馆。（周岚 罗安）", False),
    ],
)
def test_what_may_be_a_headline(text: str, like: bool) -> None:
    """Short, in two lines at most, and neither started nor ended as running text is."""
    assert is_headline_like(Block(text)) is like


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("新馆的藏书、主要特", True),
        ("新馆开馆，", True),
        ("他说：“新馆开馆", True),
        ("新馆开馆。", False),
        ("新馆开馆……", False),
        ("名单如下：", False),
        ("新馆开馆；", False),
        ("他说：“新馆开馆！”", False),
        ("新馆开馆。（周岚）", False),
        ("（下转第3版）", False),
    ],
)
def test_what_stops_in_mid_sentence(text: str, open_: bool) -> None:
    """A piece is cut off where no final mark, colon or bracket ends it."""
    assert ends_mid_sentence(text) is open_


@pytest.mark.parametrize("mark", "，。、；：！？”’》）%％")
def test_no_paragraph_begins_with_such_a_mark(mark: str) -> None:
    """A piece that does is the rest of another; an opening mark begins one."""
    assert starts_mid_sentence(f"{mark}新馆开馆")
    assert not starts_mid_sentence(f"“{mark}新馆开馆")


def test_three_lines_are_a_list_and_a_short_line_over_it_its_title() -> None:
    """No longer than twelve characters, right over the list, without hashes."""
    tips = Block("佩戴口罩\n使用清洁的水\n多喝水")
    assert is_list(tips)
    assert not is_list(Block("佩戴口罩\n多喝水"))
    assert is_rubric([Block("温馨提示"), tips], 0)
    assert is_rubric([Block("示" * MOST_RUBRIC), tips], 0)
    assert not is_rubric([Block("示" * (MOST_RUBRIC + 1)), tips], 0)
    assert not is_rubric([Block("温馨提示", 2), tips], 0)
    assert not is_rubric([Block("温馨提示。"), tips], 0)
    assert not is_rubric([tips, Block("温馨提示")], 1)
    assert not is_rubric([Block("温馨提示"), Block("多喝水"), tips], 0)


def test_over_names_on_top_of_the_page_stands_a_headline() -> None:
    """Further down it is the list's title."""
    names = Block("丁  岚  王小满  邓永年\n叶正阳  冯  柯  曲桂芬\n鲍立诚  温大林  柴  荣")
    assert not is_rubric([Block("优秀志愿者名单"), names], 0)
    assert is_rubric([Block("新馆开馆。"), Block("优秀志愿者名单"), names], 1)


def test_rows_of_names_and_short_notes_are_rows() -> None:
    """Two of them and more, whatever their number of columns; a note that ends as a sentence does is text."""

    def rows(*texts: str) -> list[bool]:
        blocks = [Block(text) for text in texts]
        return table_rows(blocks, [is_headline_like(block) for block in blocks])

    assert rows("丁  岚  王小满  邓永年", "叶正阳  冯  柯  曲桂芬  温大林", "新馆开馆") == [True, True, False]
    assert rows("丁  岚  王小满  邓永年", "新馆开馆") == [False, False]
    assert rows("●新馆开馆", "●大桥封闭大修四个月。", "●读者盼来新馆") == [True, False, True]
    assert rows("●新馆开馆", "读者盼来新馆") == [False, False]


def test_two_sentences_are_no_headline() -> None:
    """Nor is what a photographer signs; both are whole, however they end."""
    assert not is_headline_like(Block("施工期间请绕行。清禾市公安局"))
    signed = "4月3日，游客在花海中拍照。温若溪摄"
    assert not is_headline_like(Block(signed))
    assert not ends_mid_sentence(signed)


def test_a_name_in_brackets_signs() -> None:
    """At the end, of two characters to twenty."""
    assert is_signed("一直走下去。（罗安 周岚）")
    assert not is_signed("一直走下去（罗安）。")
    assert not is_signed("一直走下去。（安）")
    assert is_signed(f"去。（{'安' * 20}）")
    assert not is_signed(f"去。（{'安' * 21}）")


@pytest.mark.parametrize(
    "text", ["一、背篓里添了新家伙", "（二）新馆更大", "三是开得更晚", "第一，书多", "问：几点开门", "答：九点"]
)
def test_numbered_sub_heads(text: str) -> None:
    """A number, a short line, and no full stop in it."""
    assert is_numbered(Block(text))
    assert not is_numbered(Block(f"{text}。"))
    assert is_numbered(Block(text + "馆" * (MOST_NUMBERED - len(text))))
    assert not is_numbered(Block(text + "馆" * (MOST_NUMBERED + 1 - len(text))))


def rows(*texts: str) -> str:
    """Which of the texts are rows of a table, x for each."""
    blocks = [Block(text) for text in texts]
    return "".join("-x"[row] for row in table_rows(blocks, [is_headline_like(block) for block in blocks]))


def test_rows_with_the_same_columns_are_a_table() -> None:
    """Three columns in three rows, two in four; headlines of two clauses one over the other are none."""
    assert rows(*["青溪区 韭菜 超标"] * 3) == "xxx"
    assert rows(*["青溪区 韭菜 超标"] * 2) == "--"
    assert rows(*["青溪区 韭菜"] * 4) == "xxxx"
    assert rows(*["青溪区 韭菜"] * 3) == "---"
    assert rows(*["韭菜"] * 5) == "-----"
    assert rows("青溪区 韭菜 超标", "石桥县 猪蹄", "白塔县 豆芽 超标", "石桥县 猪蹄 超标") == "----"


def test_lines_under_a_colon_are_a_list() -> None:
    """Two and more; the last is a headline if a lead follows it or it is longer than the others by more than four."""
    lead = "本报讯 东门大桥今天封闭。"
    assert rows("名单如下：", "云岭中学", "东门小学", "会议昨日闭幕。") == "-xx-"
    assert rows("名单如下：", "云岭中学", "会议昨日闭幕。") == "---"
    assert rows("名单如下。", "云岭中学", "东门小学") == "---"
    assert rows("名单如下：", "云岭中学", "东门小学", "大桥封闭", lead) == "-xx--"
    assert rows("名单如下：", "云岭中学", "东门小学", "东门大桥今日封闭") == "-xxx"
    assert rows("名单如下：", "云岭中学", "东门小学", "东门大桥今日起封闭") == "-xx-"
