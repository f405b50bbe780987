"""Splitting: what stands between blank lines is a block, broken lines are whole again, and no character is lost."""

import pytest

from articles.block import Block
from reading.blocks.split import split_blocks

WIDE = "横跨青水河的东门大桥四月七日封闭大修，工期四个月，过往车辆须绕行南门大桥，公交改道，沿线增设站牌，"


def texts(page: str) -> list[str]:
    return [block.text for block in split_blocks(page)]


def test_blank_lines_part_blocks() -> None:
    """A line of white space is blank, whatever ends the lines; a page of nothing else has no block."""
    assert texts("新馆开馆。\r\n \u3000\r\n桥修好了。\x0c大雨。\n\n\n\n晴。") == [
        "新馆开馆。",
        "桥修好了。",
        "大雨。",
        "晴。",
    ]
    assert split_blocks(" \n\u3000\n") == []


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("# 春耕", Block("春耕", 1, under=True)),
        ("###### 春耕", Block("春耕", 6, under=True)),
        ("####### 春", Block("####### 春", under=True)),
        ("#春耕", Block("#春耕", under=True)),
    ],
)
def test_one_to_six_hashes_and_a_gap_make_a_heading(line: str, block: Block) -> None:
    """Each heading is a block of its own, also without blank lines around it."""
    assert split_blocks(f"农民下地。\n{line}\n农民回家。")[1] == block


def test_what_stands_right_under_a_block_is_known() -> None:
    """Not the first of what a blank line parts; the parts of a paragraph with its jump line keep it."""
    blocks = split_blocks("春耕忙\n农民下地（下转第3版）\n\n# 秋收\n# 农民回家")
    assert [(block.text, block.under) for block in blocks] == [
        ("春耕忙", False),
        ("农民下地", True),
        ("（下转第3版）", False),
        ("秋收", False),
        ("农民回家", True),
    ]


@pytest.mark.parametrize("below", ["本报讯（记者罗安）4月8日，新馆开馆。", "4月8日，新馆开馆。"])
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_three_short_lines_over_a_lead_are_no_list(below: str, apart: str) -> None:
    """They are a headline's; over any other text, or more of them, they are one."""
    lines = ["云岭市图书馆", "新馆建成开馆", "藏书六十万册"]
    led = below.startswith("本报讯")
    assert [block.text for block in split_blocks("\n".join(lines) + apart + below)] == (
        [*lines, below] if led else ["\n".join(lines), below]
    )
    more = [*lines, "读者盼来新馆"]
    assert split_blocks("\n".join(more) + apart + below)[0].text == "\n".join(more)


def test_a_jump_line_is_a_block() -> None:
    """At the end or the start of a paragraph it is cut off, inside it stays."""
    assert texts("他说，要办好。（下转第3版）") == ["他说，要办好。", "（下转第3版）"]
    assert texts("（上接第1版）子看绘本。") == ["（上接第1版）", "子看绘本。"]
    assert texts("他见（下转第3版）字样就翻页。") == ["他见（下转第3版）字样就翻页。"]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Full lines in mid-sentence run on; one that stops short ends the paragraph, an indented one begins it."""
    lines = [WIDE[at : at + 16] for at in range(0, 48, 16)]
    assert texts("\n".join([*lines, "到八月。", *lines])) == ["".join(lines) + "到八月。", "".join(lines)]
    indented = ["　　" + WIDE[:14], WIDE[14:30], WIDE[30:46]]
    assert texts("\n".join(indented * 2)) == [WIDE[:46]] * 2
    assert texts("\n".join(lines[:2])) == [lines[0], lines[1]]
    assert texts(f"{WIDE[:24]}\n{WIDE[24:40]}") == [WIDE[:40]]


def test_paragraphs_a_line_stay_apart() -> None:
    """Lines that end as sentences do were not broken, nor were lines of many lengths."""
    sentences = [
        "新馆位于文昌路北侧，藏书六十万册。",
        "读者凭身份证即可进入新馆，免费的。",
        "少儿阅览区单独设门，周六讲故事。",
    ]
    assert texts("\n".join(sentences)) == sentences


def test_latin_words_do_not_run_into_each_other() -> None:
    """A space stands where a line was broken between two Latin words, and nowhere else."""
    lines = [
        "云岭市图书馆新馆开放夜间阅览，读者可用Open",
        "Library借书，还书点设在三十个社区里，全市共",
        "有一千二百个座位，藏书六十万册，读者凭身份证",
    ]
    assert texts("\n".join(lines)) == [lines[0] + " " + lines[1] + lines[2]]


@pytest.mark.parametrize(
    ("line", "set_solid"),
    [
        ("岚 川 日 报", "岚川日报"),
        ("岚　川　日　报", "岚川日报"),
        ("岚川 日报", "岚川 日报"),
        ("A B", "A B"),
        ("岚 川日 报", "岚 川日 报"),
    ],
)
def test_letter_spaced_lines_are_set_solid(line: str, set_solid: str) -> None:
    """Only where every character stands alone, three at least."""
    assert texts(line) == [set_solid]


def test_three_short_lines_are_a_list() -> None:
    """Short lines without a full stop are one block from three on; two are a headline in two lines, and stay apart."""
    tips = ["佩戴口罩", "使用清洁的水", "多喝水，适当锻炼"]
    assert texts("\n".join(tips)) == ["\n".join(tips)]
    assert texts("\n".join(tips[:2])) == tips[:2]
    assert texts("\n".join([*tips, "会议昨日闭幕。"])) == ["\n".join(tips), "会议昨日闭幕。"]
