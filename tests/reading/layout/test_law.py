"""The law over a layout: nothing lost, nothing invented, the same in any order of its lines, in a time in bounds."""

import random
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.layout import Layout
from reading.layout.blocks import layout_blocks
from reading.train.typesetter.page import typeset
from reading.train.typesetter.sheet import Look
from tests.reading.layout.layouts import CAPTION, LAYOUTS, damaged, read_layout, told
from tests.reading.test_properties import characters, printed
from tests.trained import MODELS

PAGES = st.one_of(LAYOUTS, st.integers(0, 10_000).map(damaged))


@given(PAGES)
@settings(deadline=None, max_examples=300)
def test_nothing_is_lost_and_nothing_is_made_up(layout: Layout) -> None:
    """Every character of the lines that is not white space has one place, and there is no other."""
    reading = read_layout(layout)
    placed = characters([*printed(reading), *reading.furniture, *reading.duplicates])
    assert placed == characters([line.text for line in layout.lines])
    assert placed == characters([trace.text for trace in reading.traces])


@given(PAGES)
@settings(deadline=None, max_examples=100)
def test_reading_is_the_same_every_time(layout: Layout) -> None:
    """The same layout gives the same reading."""
    assert read_layout(layout) == read_layout(layout)


@given(PAGES)
@settings(deadline=None, max_examples=100)
def test_a_block_says_where_it_stands(layout: Layout) -> None:
    """Each has boxes, all within the bounds of what stands on the page."""
    lines = layout.lines
    for block in layout_blocks(layout, lambda lefts, rights: [[0.0] * len(rights) for _ in lefts], MODELS.reader.flow):
        assert block.boxes
        assert min(box.left for box in block.boxes) >= min(line.box.left for line in lines)
        assert max(box.bottom for box in block.boxes) <= max(line.box.bottom for line in lines)


@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_any_order_of_the_lines_gives_the_same_articles(seed: int, rng: random.Random) -> None:
    """What a file names first is of no account, as long as no two lines stand in one place."""
    layout = typeset(told(4, caption=CAPTION), random.Random(seed)).layout
    lines = list(layout.lines)
    rng.shuffle(lines)
    assert read_layout(replace(layout, lines=tuple(lines))).articles == read_layout(layout).articles


def test_a_full_page_takes_a_second() -> None:
    """Seven hundred lines, more than a broadsheet page has."""
    layout = typeset(told(48), random.Random(1), Look()).layout
    assert len(layout.lines) > 700
    assert min(_seconds(layout) for _ in range(2)) < 4


def _seconds(layout: Layout) -> float:
    start = time.process_time()
    layout_blocks(layout, lambda lefts, rights: [[0.0] * len(rights) for _ in lefts], MODELS.reader.flow)
    return time.process_time() - start
