"""Columns cut, carried off, printed twice or run together, each on a small invented page."""

import pytest

from tests.three_stories import BRIDGE, LIBRARY, ORCHARD, only, page, stories


def test_a_column_cut_in_mid_sentence() -> None:
    """Both halves of a cut paragraph are one again, wherever the cut falls."""
    for cut in range(10, 60, 5):
        reading = page("云岭市图书馆新馆开馆", LIBRARY[0], LIBRARY[1][:cut], LIBRARY[1][cut:], LIBRARY[2])
        assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY}


def test_a_column_that_goes_on_elsewhere_is_joined_to_nothing_here() -> None:
    """What stands over a jump line is not carried on by a piece of this page, however well it fits."""
    cut = 33
    reading = page(
        "云岭市图书馆新馆开馆",
        LIBRARY[0],
        LIBRARY[1][:cut],
        "（下转第3版）",
        LIBRARY[1][cut:],
        "东门大桥封闭大修四个月",
        *BRIDGE,
    )
    assert all(join.left != LIBRARY[1][:cut] for join in reading.joins)


def test_a_quotation_that_a_column_cuts() -> None:
    """Of two pieces that might go on, the one that closes what was left open does."""
    left, right = "馆长贺志强说：“我们要把新馆办成市民的大书房，", "让每一个人都能在这里坐下来读书。”他希望市民常来。"
    other = "记者看到，少儿阅览区里坐满了孩子和家长，志愿者正在讲故事。"
    reading = page("云岭市图书馆新馆开馆", LIBRARY[0], left, "东门大桥封闭大修四个月", *BRIDGE, other, right)
    assert [(join.left, join.right) for join in reading.joins] == [(left, right)]


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param(17, marks=pytest.mark.xfail(reason="a short piece of a column is left where it is", strict=True)),
        33,
    ],
)
def test_a_column_carried_behind_the_next_story(cut: int) -> None:
    """A column end that stands behind the next story comes home."""
    reading = page(
        "云岭市图书馆新馆开馆", *LIBRARY[:2], LIBRARY[2][:cut], "东门大桥封闭大修四个月", *BRIDGE, LIBRARY[2][cut:]
    )
    assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY, "东门大桥封闭大修四个月": BRIDGE}


def test_what_stands_twice_is_told_once() -> None:
    """A run of paragraphs printed twice stands in its story once, and among the duplicates."""
    reading = page("云岭市图书馆新馆开馆", *LIBRARY, *LIBRARY[1:], "东门大桥封闭大修四个月", *BRIDGE)
    assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY, "东门大桥封闭大修四个月": BRIDGE}
    assert reading.duplicates == LIBRARY[1:]


def test_copies_cut_in_different_places_are_told_once() -> None:
    """A paragraph printed twice, whole and cut or cut twice, stands in its story once."""
    for cuts in ((60, 60), (25, 60), (60, 25), (len(LIBRARY[1]), 40)):
        copies = [part for cut in cuts for part in (LIBRARY[1][:cut], LIBRARY[1][cut:]) if part]
        reading = page("云岭市图书馆新馆开馆", LIBRARY[0], *copies, LIBRARY[2], "东门大桥封闭大修四个月", *BRIDGE)
        assert stories(reading) == {"云岭市图书馆新馆开馆": LIBRARY, "东门大桥封闭大修四个月": BRIDGE}


def test_two_leads_under_one_headline() -> None:
    """What a headline covers belongs under it, a second lead too; what it does not is another story."""
    told = "本报讯（记者高原）东门大桥封闭大修期间，公交集团在南门大桥加开大修专线，四个月内免费乘坐。"
    article = only(page("东门大桥封闭大修四个月", *BRIDGE, told))
    assert article.body == (*BRIDGE, told)
    reading = page("东门大桥封闭大修四个月", *BRIDGE, *ORCHARD)
    assert stories(reading) == {"东门大桥封闭大修四个月": BRIDGE, None: ORCHARD}


def test_a_column_whose_rest_is_missing() -> None:
    """What goes on nowhere is left open, and said to be."""
    article = only(page("云岭市图书馆新馆开馆", LIBRARY[0], LIBRARY[1][:33]))
    assert article.body == (LIBRARY[0], LIBRARY[1][:33])
    assert article.open_ends == (1,)


def test_a_column_whose_rest_is_missing_in_mid_story() -> None:
    """What does not carry on a loose end is not glued to it."""
    told = (LIBRARY[0], LIBRARY[1][:44], LIBRARY[2])
    article = only(page("云岭市图书馆新馆开馆", *told))
    assert (article.body, article.open_ends) == (told, (1,))
