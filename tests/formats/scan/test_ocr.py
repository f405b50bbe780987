"""What is read on a picture: where lines, rules and frames stand, without a word to the network."""

import socket

import numpy as np
import pytest

from articles.layout import Box, Layout
from tests.pictures import COLUMNS, DPI, EDGE, GUTTER, HEADLINE, LARGE, SIZE, needs_ocr, small_page

needs_ocr()

from PIL import ImageDraw  # noqa: E402

from formats.scan.drawn import find_drawn  # noqa: E402
from formats.scan.lines import find_lines  # noqa: E402
from formats.scan.ocr import Recognizer, recognize  # noqa: E402
from formats.scan.type import Read, level_line, one_size  # noqa: E402

POINTS = 72 / DPI


def test_lines_stand_where_they_were_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, place and size of each; turned by a degree, it reads the same."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    recognizer = Recognizer()
    image = small_page().convert("L")
    layout = recognize(np.array(image), recognizer, DPI)
    _check(layout)
    assert (round(layout.width), round(layout.height)) == (round(image.width * POINTS), round(image.height * POINTS))
    turned = recognize(np.array(image.rotate(1, fillcolor=255, resample=3)), recognizer, DPI)
    assert {line.text for line in turned.lines} == {line.text for line in layout.lines}
    # Where a picture says nothing credible of its size, its body type does.
    assert [line.size for line in recognize(np.array(image), recognizer, 1200).lines].count(10.0) == 9


def _check(layout: Layout) -> None:
    assert layout.by == "ocr"
    by_text = {line.text: line for line in layout.lines}
    assert set(by_text) == {HEADLINE, *(line.strip("　") for column in COLUMNS for line in column)}
    head = by_text[HEADLINE]
    assert head.size == pytest.approx(LARGE * POINTS, rel=0.06)
    for number, column in enumerate(COLUMNS):
        left = EDGE + number * (19 * SIZE + GUTTER)
        for text in column:
            line = by_text[text.strip("　")]
            indent = text.count("　") * SIZE
            assert line.size == pytest.approx(SIZE * POINTS, rel=0.1)
            assert line.box.left == pytest.approx((left + indent) * POINTS, abs=0.3 * SIZE * POINTS)
            assert line.box.height == pytest.approx(line.size)


def test_rules_and_frames_are_seen() -> None:
    """A rule is long and thin; a frame is drawn around text or lies behind it; letters are neither."""
    image = small_page().convert("L")
    draw = ImageDraw.Draw(image)
    draw.line((50, 115, 900, 115), 0, 2)
    draw.rectangle((520, 330, 920, 440), 255, 0, 2)
    draw.rectangle((60, 340, 360, 440), 225)
    text = [Box(60, 40, 600, 95), *(Box(60, 148 + 34 * row, 930, 176 + 34 * row) for row in range(5))]
    rules, frames = find_drawn(np.array(image), text, 255, SIZE)
    assert any((rule.left, rule.top, rule.right) == pytest.approx((50, 114, 901), abs=2) for rule in rules)
    assert len(frames) == 2
    assert all(rule.width > 2 * SIZE or rule.height > 2 * SIZE for rule in rules)


def _set(*rows: tuple[int, ...]) -> tuple[list[Box], np.ndarray]:
    """Lines 20 high and 32 apart, each from left to right in pairs, and their ink."""
    ink = np.zeros((32 * len(rows) + 40, 900), bool)
    boxes = []
    for number, edges in enumerate(rows):
        top = 20 + 32 * number
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            for at in range(left, right, 20):
                ink[top + 2 : top + 20, at : at + 18] = True
            boxes.append(Box(float(left), float(top), float(right), float(top + 22)))
    return boxes, ink


def test_a_line_over_two_columns_is_cut_at_the_gutter() -> None:
    """The detector takes two lines for one where they stand level."""
    boxes, ink = _set(*[(0, 400, 440, 840)] * 5)
    merged = [*boxes[:4], Box(0, boxes[4].top, 840, boxes[4].bottom), *boxes[6:]]
    level, down = find_lines(merged, ink)
    assert (len(level), down) == (10, [])


def test_pieces_of_a_line_are_joined() -> None:
    """A gap is no gutter where the lines over it go across, though another piece ends there."""
    boxes, ink = _set((0, 400), (0, 400), (0, 80, 100, 400), (0, 80, 100, 400))
    level, _ = find_lines(boxes, ink)
    assert sorted((box.left, round(box.right)) for box in level) == [(0, 398)] * 4


def test_a_line_grows_to_the_sign_that_was_left_out() -> None:
    """The first character of a headline, say, but never a rule beside it."""
    boxes, ink = _set((40, 400), (40, 400), (40, 400))
    ink[:, 420:423] = True
    cut = [Box(60, box.top, box.right, box.bottom) for box in boxes]
    level, _ = find_lines(cut, ink)
    assert {(box.left, box.right) for box in level} == {(40, 398)}


def test_a_line_that_runs_downwards_is_told() -> None:
    """Higher than wide, and longer than a figure is high."""
    boxes, ink = _set(*[(100, 400)] * 4)
    _, down = find_lines([*boxes, Box(0, 0, 40, 140), Box(50, 20, 60, 42)], ink)
    assert down == [Box(0, 0, 40, 140)]


def test_sizes_that_are_one_are_made_one() -> None:
    """A pixel more or less is noise; a headline's size is not."""
    sizes = [20.6, 21.0, 19.6, 20.6, 44.0]
    lines = [Read("青水河上的东门大桥", Box(0, 0, 100, size), size, False) for size in sizes]
    assert [line.size for line in one_size(lines)] == [20.6] * 4 + [44.0]
    assert one_size([]) == []


def test_marks_between_chinese_characters_are_wide() -> None:
    """As they were printed; those of figures and of Latin words stay."""
    ink = np.ones((20, 300), bool)
    for read, meant in (("大桥(新闻)", "大桥（新闻）"), ("大桥,封闭", "大桥，封闭"), ("12:30(A)", "12:30(A)")):
        places = [(at + 0.5) / len(read) for at in range(len(read))]
        assert level_line(read, places, Box(0, 0, 300, 22), ink).text == meant
