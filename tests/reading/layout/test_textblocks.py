"""Text blocks: what stands in a column is one, what is parted is not."""

from dataclasses import replace

from articles.layout import Box
from reading.layout.lines import prepare
from reading.layout.textblocks import LEAST_SIZE, text_blocks
from tests.reading.layout.layouts import read_layout
from tests.reading.layout.placed import column, layout, line

ONE = ("新馆位于文昌路北侧，藏书六十万册，读者凭身份证即可入馆，每周六上午有志愿者讲故事。",)
TWO = ("图书馆还在全市设了三十个还书点，读者在一处借的书可以在另一处还，夜间也开放。",)


def texts(*lines, rules: tuple[Box, ...] = ()) -> list[str]:
    """The text blocks of a page, from the top."""
    blocks = text_blocks(prepare(layout(*lines, rules=rules)))
    return [block.text for block in sorted(blocks, key=lambda block: (block.box.top, block.box.left))]


def test_paragraphs_of_a_column_are_one_block() -> None:
    """An indent and a short last line part nothing; the next column does."""
    assert texts(*column((*ONE, *TWO), 0, 0), *column(TWO, 170, 0)) == [ONE[0] + TWO[0], TWO[0]]


def test_a_rule_and_wide_white_part_a_column() -> None:
    """What stands under them is another block."""
    upper = column(ONE, 0, 0)
    bottom = upper[-1].box.bottom
    close, far = column(TWO, 0, bottom + 5), column(TWO, 0, bottom + 30)
    assert texts(*upper, *close) == [ONE[0] + TWO[0]]
    assert texts(*upper, *close, rules=(Box(0, bottom + 2, 150, bottom + 3),)) == [ONE[0], TWO[0]]
    assert texts(*upper, *far) == [ONE[0], TWO[0]]


def test_a_crosshead_is_part_of_its_column() -> None:
    """A short line of other type between two paragraphs; over a dateline it is a headline."""
    upper = column(ONE, 0, 0)
    bottom = upper[-1].box.bottom
    crosshead = line("夜间也开放", 50, bottom + 8, 11)
    under = column(TWO, 0, bottom + 27)
    assert texts(*upper, crosshead, *under) == [f"{ONE[0]}夜间也开放{TWO[0]}"]
    note = column((f"本报讯（记者田雨晴）{TWO[0]}",), 0, bottom + 27)
    assert texts(*upper, crosshead, *note)[1] == "夜间也开放"


def test_lines_nearer_to_the_text_under_them_are_headlines_of_notes() -> None:
    """Where one opens the column; without it, or with as much white on both sides, they are crossheads."""
    opening = line("图书馆开馆", 50, 0, 12)
    upper = column(ONE, 0, 20)
    bottom = upper[-1].box.bottom
    under = column(TWO, 0, bottom + 32)
    near, between = line("夜间也开放", 50, bottom + 16, 12), line("夜间也开放", 50, bottom + 10, 12)
    assert texts(opening, *upper, near, *under) == ["图书馆开馆", ONE[0], "夜间也开放", TWO[0]]
    assert texts(*upper, near, *under) == [f"{ONE[0]}夜间也开放{TWO[0]}"]
    assert len(texts(opening, *upper, between, *under)) == 1
    assert len(texts(opening, *column((ONE[0][:-1],), 0, 20), near, *under)) == 1


def test_type_without_a_size_has_one() -> None:
    """Ems are divided by, whatever a file says."""
    lines = [replace(one, size=0.0) for one in column((*ONE, *TWO), 0, 0)]
    assert {block.size for block in text_blocks(prepare(layout(*lines)))} == {LEAST_SIZE}
    assert read_layout(layout(line("图书馆开馆", 0, 0, 24), *lines)).traces
