"""The trace: of every block where it went, and why."""

from reading.reading import BlockTrace, Tears
from reading.stories.trace import joins_of, tears_of, trace
from tests.stages import labelled, segmented
from tests.three_stories import BRIDGE, LIBRARY

LEFT, RIGHT = LIBRARY[1][:33], LIBRARY[1][33:]
PARTS = ("要闻", "新馆开馆", LIBRARY[0], LEFT, "大桥封闭大修", *BRIDGE, RIGHT, LIBRARY[0])


def traced(*parts: str, banners: tuple[int, ...] = (), homes: dict[int, int] | None = None) -> list[BlockTrace]:
    found = segmented(*parts)
    ids = {story: f"a{story}" for story in range(found.flow.stories)}
    return list(trace(labelled(*parts), found, ids, homes or {}, set(banners)))


def test_every_block_is_told_in_the_pages_order() -> None:
    """What it was taken for and the article that has it."""
    told = traced(*PARTS)
    assert [one.text for one in told] == list(PARTS)
    assert [one.role for one in told] == ["furniture", "head", "piece", "piece", "head", *["piece"] * 4, "duplicate"]
    assert [one.article for one in told] == [None, "a0", "a0", "a0", "a1", "a1", "a1", "a1", "a0", None]


def test_reasons() -> None:
    """A rule, a logit, a join, a move, a loose end, a repeat, or nothing special."""
    told = traced(*PARTS)
    assert told[0].why == "section label"
    assert told[1].why.startswith("reads as a headline (logit +")
    assert told[2].why == "a paragraph of its story"
    assert f"carries on “…{LEFT[-8:]}” (logit +" in told[8].why
    assert "; moved here from under another line (logit +" in told[8].why
    assert told[9].why == "repeats block 3"
    assert "breaks off; what follows is not on the page" in traced("新馆开馆", LIBRARY[0], LEFT)[2].why


def test_how_torn_a_page_is() -> None:
    """Of its texts those that were joined, that moved, and that stay open; none of them on a whole page."""
    assert tears_of(segmented(*PARTS)) == Tears(texts=6, joined=1, moved=1, open=0)
    assert tears_of(segmented("新馆开馆", LIBRARY[0], LEFT)) == Tears(texts=2, open=1)
    assert tears_of(segmented("新馆开馆", *LIBRARY)) == Tears(texts=len(LIBRARY))
    assert Tears(6, 1, 2, 3) + Tears(2, 1, 1, 1) == Tears(8, 2, 3, 4)


def test_banners_and_what_stands_beside() -> None:
    """A banner has no article; a caption has that of its home, a jump line has none."""
    caption = "图为读者在新馆看书。"
    told = traced("新馆开馆", *LIBRARY, caption, "（下转第3版）", banners=(0,), homes={4: 0, 5: 0})
    assert (told[0].role, told[0].article, told[0].why) == ("banner", None, "no story supports it")
    assert (told[4].role, told[4].article) == ("caption", "a0")
    assert (told[5].role, told[5].article) == ("jump", None)


def test_joins_are_given_with_their_logits() -> None:
    """In the order of their left pieces."""
    (join,) = joins_of(segmented(*PARTS))
    assert (join.left, join.right) == (LEFT, RIGHT)
    assert join.logit > 0
