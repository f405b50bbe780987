"""Slogans: what they are, and where they are none of the story."""

import pytest

from reading.headlines.slogans import find_slogans, is_slogan
from tests.stages import joins_of, rows_of
from tests.three_stories import BRIDGE, LIBRARY


@pytest.mark.parametrize(
    ("text", "slogan"),
    [
        ("新时代 新征程 新伟业", True),
        ("走基层·看变化", True),
        ("走基层 2025", False),
        ("新馆开馆", False),
        ("新 馆", False),
        ("新馆，开馆 迎客", False),
        ("云岭市图书馆新馆正式 开馆", True),
        ("云岭市图书馆新馆正式开 开馆", False),
        ("一一 二二 三三 四四 五五", True),
        ("一一 二二 三三 四四 五五 六六", False),
    ],
)
def test_what_a_slogan_is(text: str, slogan: bool) -> None:
    """Two to five clauses of two to ten ideographs, no figure, no other mark."""
    assert is_slogan(text) is slogan


def test_a_slogan_is_told_in_a_story_that_holds_little_of_it() -> None:
    """A paragraph is none, nor a line of clauses that the story is about."""
    slogan, own = "南岭酒业 百年匠心", "新馆开馆 夜间开放时间"
    rows = rows_of("新馆开馆", *LIBRARY, slogan, *BRIDGE, own)
    at, last = 4, len(rows.blocks) - 1
    joins = joins_of(rows)
    assert find_slogans(rows, joins, [(1, 2, 3, at), tuple(range(at + 1, last))]) == {at}
    assert find_slogans(rows, joins, [(1, 2, 3, last), (*range(at, last),)]) == {at}
    assert find_slogans(rows, joins, [(1, 2, 3), (*range(at + 1, last), last)]) == {last}
