"""Columns to learn from: what strays lies whole in another place, and a caption oftenest under all of its story."""

import random
from collections import Counter

from reading.train.text.columns import adorn, disturb, laid_out

BODY = [f"{name}镇的果园今天疏花，技术员到地头讲课，果农都来听，{name}镇一共有八千亩苹果。" for name in "云南石桥青山"]
STORY = {"headline": "果园疏花忙", "kicker": "春耕", "subhead": None, "body": BODY}


def drawn(seed: int) -> tuple[list[str], list[str]]:
    """The pieces of a story before and after it was disturbed, everything on the page of two stories."""
    rng = random.Random(seed)
    page = [laid_out(STORY, False, (50, 80), rng), laid_out(STORY | {"body": ["座谈会昨天召开。"]}, False, None, rng)]
    before = [piece for column in page[0].columns for piece in column]
    if len(page[0].columns) >= 3:
        disturb(page, 0, rng)
    return before, [
        piece
        for one in page
        for part in ([one.before], one.columns, [one.behind])
        for column in part
        for piece in column
    ]


def test_what_strays_is_elsewhere_and_nothing_is_cut_further() -> None:
    """The pieces are the same ones, but for a column twice or lost; in half of the cases or so in another order."""
    orders = [drawn(seed) for seed in range(200)]
    moved = sum(sorted([*before, "座谈会昨天召开。"]) == sorted(after) for before, after in orders)
    kept = sum([*before, "座谈会昨天召开。"] == after for before, after in orders)
    assert all(set(after) - {"座谈会昨天召开。"} <= set(before) for before, after in orders)
    assert 120 < moved < 200
    assert 40 < moved - kept < 120


def test_the_head_stands_over_the_columns() -> None:
    """Kicker and headline, marked where the page marks them."""
    assert laid_out(STORY, True, None, random.Random(1)).head == ["### 春耕", "## 果园疏花忙"]
    assert laid_out(STORY, False, None, random.Random(1)).columns == [BODY]


def test_a_byline_is_there_where_the_page_wants_it() -> None:
    """And captions stand under the last column more often than under any other."""
    captions: Counter[int] = Counter()
    for seed in range(400):
        rng = random.Random(seed)
        told = laid_out(STORY, False, (50, 80), rng)
        adorn(told, rng, signed=True)
        assert told.head[-1].startswith("本报记者")
        last = len(told.columns) - 1
        captions.update(at - last for at, column in enumerate(told.columns) if "图为活动现场" in "".join(column))
    assert captions.most_common(1)[0][0] == 0
    assert len(captions) > 1
