"""Blanks: those inside words and dates go, those that part clauses, names and columns stay."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.plain import cleaned
from formats.spaced import unspaced

CASES = Path(__file__).parents[1] / "cases"
BLANKS = " \u00a0\u3000\u2002"
STORY = "4月8日，云岭市图书馆新馆开馆。新馆有藏书60万册，读者凭身份证即可入馆。"
# What a careful editor leaves as it is.
KEPT = (
    "云岭开馆 读者盼来大书房",
    "白塔县 巡回诊车开进山村 慢病随访不出家门",
    "本报记者 许明达 通讯员 贺志强",
    "一等奖：许明达 贺志强 罗峥，二等奖：沈禾 江映雪 邹小满 韩秋实。",
    "岚川日报 2025年4月9日 星期三 第2版",
    "本报讯 3月16日，农民下地。",
    "A4 人物",
    "开奖号码 3 5 8 2 7 1 9",
    "\u3000\u3000" + STORY,
    "新馆开馆\u3000\u3000\u3000大桥封闭",
    "He said, “Wi-Fi 6 works.”",
)


@pytest.mark.parametrize("line", KEPT)
def test_blanks_that_part_stay(line: str) -> None:
    """Clauses of a headline, names, folio lines, tables, indents and columns, on a page that is not spaced."""
    assert unspaced(line) == line
    assert unspaced(f"{line}\n{STORY}\n") == f"{line}\n{STORY}\n"


@pytest.mark.parametrize("blank", BLANKS)
def test_a_spaced_line_is_set_solid(blank: str) -> None:
    """Letter by letter, with any blank, whatever the page around is."""
    assert unspaced(blank.join(STORY)) == STORY
    assert (
        unspaced(f"云岭开馆 读者盼来大书房\n{blank.join(STORY)}\n{STORY}")
        == f"云岭开馆 读者盼来大书房\n{STORY}\n{STORY}"
    )


def test_a_page_spaced_by_words() -> None:
    """As programs part it that cut words: marks and 的 stand alone; a headline of such words is one of them."""
    page = "云岭市 图书馆 新馆 开馆\n4 月 8 日 ， 云岭市 图书馆 的 新馆 开馆 。 读者 凭 身份证 入馆 。"
    assert unspaced(page) == "云岭市图书馆新馆开馆\n4月8日，云岭市图书馆的新馆开馆。读者凭身份证入馆。"
    assert unspaced(f"云岭开馆 读者盼来大书房\n{page}").startswith("云岭开馆 读者盼来大书房\n")


def test_latin_words_in_a_spaced_line_stay_words() -> None:
    """Between two of them a blank is a blank."""
    assert (
        unspaced("采 用 Wi-Fi 6 技 术 的 企 业 有 1 2 家 ， 增 长 5 . 2 % 。")
        == "采用Wi-Fi 6技术的企业有12家，增长5.2%。"
    )


@pytest.mark.parametrize(
    ("spaced", "solid"),
    [
        ("2 0 2 5 年 4 月 9 日 星 期 三", "2025年4月9日星期三"),
        ("岚川日报 2025 年 4 月 9 日 星期三 第 2 版", "岚川日报 2025年4月9日 星期三 第2版"),
        ("4\u00a0月\u00a08\u00a0日，\u00a0新馆开馆。", "4月8日，新馆开馆。"),
        ("新馆有 12 台电梯，花了 280 万元，共 3.5 层。", "新馆有12台电梯，花了280万元，共3.5层。"),
        ("遇到\u202f商家\u202f拒绝退款", "遇到商家拒绝退款"),
    ],
)
def test_blanks_around_numbers(spaced: str, solid: str) -> None:
    """In dates and page numbers anywhere, in running text around what is counted."""
    assert unspaced(spaced) == solid


@given(st.text(alphabet="云岭开馆，。12年月日 \u3000\n\tab()"))
def test_only_blanks_go(text: str) -> None:
    """Nothing else is lost, and no line ends where none did."""
    assert [line.split() == [] for line in unspaced(text).split("\n")] == [
        not line.split() for line in text.split("\n")
    ]
    assert "".join(unspaced(text).split()) == "".join(text.split())


@pytest.mark.parametrize("day", ["05-p01-spaced2", "06-p01-spaced3", "07-p01-nbsp", "08-p01-ideo", "09-p01-english"])
def test_the_same_story_however_it_is_spaced(day: str) -> None:
    """The cases that called for it: the page is that without blanks."""
    plain = (CASES / "32-damage/2025-04-01-p01-plain.txt").read_text("utf-8")
    text = cleaned((CASES / f"32-damage/2025-04-{day}.txt").read_text("utf-8"))
    text = text.replace("280元", "二百八十元").replace("190元", "一百九十元")
    assert text.strip() in plain
