"""Layouts for tests: any at all, and typeset pages that are damaged as files are."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from articles.layout import Box, Layout, Line
from articles.page import Page
from reading.reader import read_page
from reading.reading import Reading
from reading.train.typesetter.page import Typeset, typeset
from reading.train.typesetter.shapes import SHAPES
from reading.train.typesetter.sheet import Look, Story
from tests.reading.test_properties import LINES, MARKS, ODD, PROSE
from tests.three_stories import STORIES
from tests.trained import MODELS

CAPTION = "图为活动现场。 本报记者 周岚 摄"
TEXTS = st.one_of(
    st.sampled_from(PROSE + LINES + MARKS + ODD),
    st.sampled_from(("春", "，", "A", " 春　")),
    st.text(max_size=8),
)
# Many on a grid, so that lines meet, overlap and lie on each other; some anywhere.
NUMBERS = st.one_of(
    st.integers(-2, 30).map(lambda at: at * 15.0), st.floats(-2000, 2000), st.sampled_from((0.0, -1e6, 1e6))
)
SIZES = st.sampled_from((10.0, 10.0, 10.5, 22.0, 16.0, 40.0, 0.0, 5e-324))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """A box, of no width and of no height too."""
    left, top = draw(NUMBERS), draw(NUMBERS)
    wide, high = (draw(st.one_of(st.sampled_from((0.0, 0.5, 10.0, 150.0)), st.floats(0, 900))) for _ in range(2))
    return Box(left, top, left + wide, top + high)


@st.composite
def columns(draw: st.DrawFn) -> list[Line]:
    """Lines as they stand under each other in a column, now and then with a gap."""
    left, top, size = draw(NUMBERS), draw(NUMBERS), draw(st.sampled_from((10.0, 10.0, 8.5, 22.0)))
    lines = []
    for text in draw(st.lists(TEXTS, max_size=12)):
        indent = draw(st.sampled_from((0.0, 0.0, 2.0))) * size
        right = left + draw(st.sampled_from((12.0, 12.0, 5.0))) * size
        lines.append(Line(text, Box(left + indent, top, right, top + size), size))
        top += size * draw(st.sampled_from((1.5, 1.5, 1.5, 4.0)))
    return lines


ANY_LINES = st.lists(st.builds(Line, TEXTS, boxes(), SIZES, st.just(""), st.booleans()), max_size=30)
LAYOUTS = st.builds(
    Layout,
    width=st.floats(0, 2000),
    height=st.floats(0, 2000),
    lines=st.tuples(ANY_LINES, st.lists(columns(), max_size=4)).map(lambda both: tuple(sum(both[1], both[0])[:60])),
    rules=st.lists(boxes(), max_size=6).map(tuple),
    frames=st.lists(boxes(), max_size=6).map(tuple),
    by=st.sampled_from(("type", "ocr")),
)


def told(count: int, **more: str | None) -> list[Story]:
    """So many of the three stories, again from the first where they do not suffice."""
    stories = [Story(headline, body, **more) for headline, body in STORIES.items()]
    return [stories[at % len(stories)] for at in range(count)]


def damaged(seed: int) -> Layout:
    """A typeset page of which lines are dropped, printed twice, moved or out of order."""
    rng = random.Random(seed)
    look = Look(rng.sample(sorted(SHAPES), 2), rng.randint(3, 6), rng.randint(8, 16), 10.0, 2, rng.random() < 0.5)
    layout = typeset(told(4, caption=CAPTION, byline="本报记者 高原", kicker="聚焦“一老一小”"), rng, look).layout
    lines = list(layout.lines)
    for at in rng.sample(range(len(lines)), min(len(lines), rng.choice((0, 1, 5, 20)))):
        line = lines[at]
        lines[at] = rng.choice((_moved(line, rng), replace(line, size=line.size * 0.85)))
        lines += [_moved(line, rng) for _ in range(rng.randint(0, 1))]
    rng.shuffle(lines)
    del lines[: rng.choice((0, 1, 10))]
    return replace(layout, lines=tuple(lines))


def _moved(line: Line, rng: random.Random) -> Line:
    right, down = rng.choice((0.5, 5.0, 200.0)), rng.choice((0.0, 1.0, 15.0, 400.0))
    box = line.box
    return replace(line, box=Box(box.left + right, box.top + down, box.right + right, box.bottom + down))


def read_layout(layout: Layout) -> Reading:
    """A page that is a layout, read."""
    return read_page(Page("", "page.pdf", layout=layout), MODELS.reader)


def page_of(stories: Sequence[Story], look: Look, seed: int = 1) -> tuple[Typeset, Reading]:
    """The stories set on a page, and the page read."""
    page = typeset(stories, random.Random(seed), look)
    return page, read_layout(page.layout)
