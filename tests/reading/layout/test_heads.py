"""Heads: the lines of a headline, its kicker and its second line, and never a neighbour's."""

from reading.layout.heads import Head, find_heads, is_label
from reading.layout.lines import prepare
from reading.layout.textblocks import text_blocks
from tests.reading.layout.placed import column, layout, line

TEXT = ("新馆位于文昌路北侧，藏书六十万册，读者凭身份证即可入馆，每周六上午有志愿者讲故事，夜间也开放到九点。",)


def heads(*lines) -> list[Head]:
    """The heads of a page with some text under them."""
    page = prepare(layout(*lines))
    return find_heads(text_blocks(page), page.rules, page.pictures, page.body)[0]


def title(head: Head) -> str:
    """The headline."""
    return "|".join(block.text for block in head.title)


def test_lines_of_one_size_are_one_headline() -> None:
    """One under the other, also where the lower one begins behind the upper one's middle."""
    lines = line("已确认存在", 0, 0, 20), line("多处险情", 60, 25, 20)
    assert [title(head) for head in heads(*lines, *column(TEXT, 0, 60))] == ["已确认存在|多处险情"]


def test_a_gap_in_a_headline_is_no_border_but_a_column_under_it_is() -> None:
    """The right one of two pieces begins where a column does: it is another story's headline."""
    left, right = line("图书馆新馆开馆", 0, 0, 20), line("大桥大修", 170, 0, 20)
    assert [title(head) for head in heads(left, right, *column(TEXT, 0, 40))] == ["图书馆新馆开馆|大桥大修"]
    both = heads(left, right, *column(TEXT, 0, 40), *column(TEXT, 170, 40))
    assert sorted(title(head) for head in both) == ["图书馆新馆开馆", "大桥大修"]


def test_smaller_lines_over_and_under_are_kicker_and_second_line() -> None:
    """Whatever their size is, display type too."""
    over, under = line("周六起免费入馆", 0, 0, 12), line("——首批藏书六十万册", 0, 52, 14)
    (head,) = heads(over, line("图书馆新馆开馆", 0, 20, 26), under, *column(TEXT, 0, 80))
    assert [block.text for block in head.over] == ["周六起免费入馆"]
    assert [block.text for block in head.under] == ["——首批藏书六十万册"]


def test_the_name_of_a_bundle_is_no_line_of_a_headline() -> None:
    """新闻速递 over a note names the bundle."""
    found = heads(line("新闻速递", 0, 0, 20), line("图书馆新馆开馆", 0, 25, 20), *column(TEXT, 0, 60))
    assert sorted(title(head) for head in found) == ["图书馆新馆开馆", "新闻速递"]
    assert [is_label(head.title[0]) for head in sorted(found, key=title)] == [False, True]
