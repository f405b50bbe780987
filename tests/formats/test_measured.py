"""Pieces with boxes alone become lines: their sizes are found, and blocks are broken where their boxes end."""

import pytest

from articles.layout import Box
from formats.measured import measured_layout
from formats.sized import Piece, ems, sized_pieces

BODY = "四月八日云岭市图书馆新馆开馆新馆位于文昌路北侧建筑面积一万八千平方米藏书六十万册设阅览座位一千二百个。"


def block(text: str, left: float, top: float, lines: int, size: float = 20.0, measure: int = 12) -> Piece:
    """A block of so many lines, a line and a half apart."""
    return Piece(text, Box(left, top, left + measure * size, top + size * (1.5 * (lines - 1) + 1)))


@pytest.mark.parametrize("size", [9.0, 20.0, 41.5])
def test_a_block_is_as_many_lines_as_it_is_high(size: float) -> None:
    """In any unit, and its type is of ten points; the first line of a paragraph is set in."""
    counts = {10: 1, 20: 2, 32: 3, 44: 4, len(BODY): 5}
    texts = [BODY[:length] for length in counts]
    blocks = [block(text, 300 * size * at, 0, counts[len(text)], size) for at, text in enumerate(texts)]
    page = measured_layout(blocks, 1300, 800)
    assert len(page.lines) == sum(counts.values())
    assert {line.size for line in page.lines} == {10.0}
    assert abs(page.lines[-1].box.height - 10.0) < 0.01
    assert "".join(line.text for line in page.lines) == "".join(texts)


def test_where_a_block_begins() -> None:
    """Under a full stop it begins a paragraph; at the top of a column nothing tells, and it is said to be loose."""
    half = BODY[:48]
    first, second, third = block(half, 0, 0, 4), block(BODY, 260, 0, 5), block(BODY, 260, 150, 5)
    lines = measured_layout([first, second, third], 600, 400).lines
    assert [at for at, line in enumerate(lines) if line.loose] == [0, 4]
    assert lines[4].box.left == lines[5].box.left < lines[9].box.left


def test_lines_beside_a_text_are_not_of_it() -> None:
    """What stands right under a headline is larger than the text, what stands centred over a column smaller."""
    texts = [block(BODY, 300 * at, 100, 5) for at in range(3)]
    title = Piece("新馆开馆", Box(0, 30, 160, 70), "title")
    second, name = Piece("藏书六十万册", Box(0, 76, 120, 96)), Piece("本报记者许明达", Box(370, 76, 510, 96))
    sizes = {line.text: line.size for line in measured_layout([title, second, name, *texts], 1300, 800).lines}
    assert sizes[title.text] > 12.5 > sizes[second.text] > 10 > sizes[name.text]


def test_lines_that_run_downwards() -> None:
    """A box as wide as a character is one of them."""
    (line, *_) = measured_layout([Piece("新馆开馆", Box(0, 0, 30, 120)), block(BODY, 60, 0, 5)], 400, 300).lines
    assert line.vertical


def test_text_that_its_box_does_not_hold() -> None:
    """A paragraph whose second half stands elsewhere keeps the size of the body, and all of its text."""
    pieces = [block(BODY, 300 * at, 100, 5) for at in range(4)] + [block(BODY * 2, 0, 400, 5)]
    lines = measured_layout(pieces, 1300, 800).lines
    assert {line.size for line in lines} == {10.0}
    assert "".join(line.text for line in lines) == BODY * 6


def test_pieces_are_lines_where_most_are() -> None:
    """Whatever they are said to be."""
    rows = [Piece(BODY[at : at + 12], Box(0, 3 * at, 240, 3 * at + 20)) for at in range(0, 48, 12)]
    assert all(one.piece.line for one in sized_pieces(rows))
    assert ems("人均GDP") == 3.5
