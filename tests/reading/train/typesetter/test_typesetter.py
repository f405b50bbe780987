"""The typesetter: all of a story stands on the page once, inside it, and the same for a seed."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.train.typesetter.galley import broken, ems, set_paragraph, wrapped
from reading.train.typesetter.page import draw_look, typeset
from reading.train.typesetter.shapes import SHAPES
from reading.train.typesetter.sheet import Look, Story
from tests.reading.layout.layouts import told
from tests.reading.test_properties import characters

TEXT = st.text("春耕开始，农民下地。“”（）A1 ", min_size=1, max_size=90).map(str.strip).filter(bool)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_character_is_set_once(shape: str) -> None:
    """What the truth says stands on the page, each story's lines where no other's stand."""
    more = {"kicker": "聚焦", "subhead": "市民有了新去处", "byline": "本报记者 田雨晴", "caption": "图为新馆。"}
    for seed in range(10):
        page = typeset(told(6, **more), random.Random(seed), Look(shapes=(shape,), folio=None))
        texts = [text for story in page.truth for field in story.values() if field for text in field]
        assert characters([line.text for line in page.layout.lines]) == characters(texts)
        boxes = sorted((line.box for line in page.layout.lines), key=lambda box: (box.top, box.left))
        for one, other in pairwise(boxes):
            assert other.top >= one.bottom or other.left >= one.right - 0.01 or one.left >= other.right - 0.01
        assert all(0 < box.left < box.right <= page.layout.width + 0.01 for box in boxes)
        assert all(0 < box.top < box.bottom < page.layout.height for box in boxes)


def test_a_seed_gives_the_same_page() -> None:
    """Any look that is drawn can be set, and is the same again."""
    for seed in range(30):
        pages = [typeset(told(7), random.Random(seed), draw_look(random.Random(seed))) for _ in range(2)]
        assert pages[0] == pages[1]


@given(TEXT, st.integers(6, 20))
def test_a_paragraph_is_justified(text: str, measure: int) -> None:
    """All lines but the last end at the column's right edge, the first begins two ems in, and nothing is lost."""
    lines = list(set_paragraph(text, measure))
    assert "".join(line.text for line in lines) == text
    assert lines[0].start == 2
    assert all(line.start + line.width == measure for line in lines[:-1])
    assert all(line.width <= measure - line.start for line in lines)


@given(TEXT, st.integers(4, 20))
def test_a_headline_keeps_to_its_span(text: str, span: int) -> None:
    """Its lines hold all of it; marks may hang over, and a word that is wider than the span."""
    assert "".join("".join(wrapped(text, span)).split()) == "".join(text.split())
    assert broken(text, span, span)[0] == text[: len(broken(text, span, span)[0])]


def test_a_mark_does_not_begin_a_line() -> None:
    """Nor does a bracket that opens end one."""
    assert broken("今天下雨。街上今（无人）", 4, 4) == ["今天下雨。", "街上今", "（无人）"]
    assert ems("（无人）") == 4


def test_a_story_alone_is_a_page() -> None:
    """However few the columns."""
    story = Story("新馆开馆", ("今天下雨。",))
    for shape in SHAPES:
        page = typeset([story], random.Random(1), Look(shapes=(shape,), columns=1))
        assert page.truth[0]["headline"] == "新馆开馆"
