"""The flow: where a story opens."""

import numpy as np

from reading.moves.flow import text_flow, with_splits
from tests.stages import rows_of
from tests.three_stories import BRIDGE, LIBRARY

TIPS = "出门前\n查看天气预报\n带好雨具和饮水"


def opens(*parts: str, heads: tuple[int, ...] = ()) -> list[int]:
    """The story that opens with each row, -1 for none."""
    rows = rows_of(*parts)
    head = np.isin(np.arange(len(rows.blocks)), heads)
    return text_flow(rows, head).opens.tolist()


def test_a_story_opens_at_the_top_and_at_each_headline() -> None:
    """Lines of one headline open one story; one that a caption parts from the line above opens another."""
    assert opens(*LIBRARY[:2], "新馆开馆", "读者来了", BRIDGE[0], heads=(2, 3)) == [0, -1, 1, 1, -1]
    assert opens("新馆开馆", "图为读者在新馆看书。", "大桥封闭", BRIDGE[0], heads=(0, 1)) == [0, 1, -1]


def test_a_list_after_something_else_opens_a_story() -> None:
    """With its title, once, and not under a headline."""
    assert opens(*LIBRARY[:2], "登山", TIPS, TIPS.replace("前", "后")) == [0, -1, 1, -1, -1]
    assert opens("登山安全提示", "登山", TIPS, heads=(0,)) == [0, -1, -1]


def test_a_jump_from_elsewhere_opens_a_story() -> None:
    """What stands under （上接第1版） is no part of the story before, unless a headline says what it is."""
    assert opens(LIBRARY[0], "（上接第1版）", BRIDGE[1]) == [0, 1]
    assert opens(LIBRARY[0], "大桥封闭", "（上接第1版）", BRIDGE[1], heads=(1,)) == [0, 1, -1]


def test_splits_open_stories_of_their_own() -> None:
    """Each of the rows that are split off, and no other flow is changed."""
    rows = rows_of(*LIBRARY, *BRIDGE)
    flow = text_flow(rows, np.zeros(6, dtype=np.bool_))
    assert (flow.stories, with_splits(flow, {3}).opens.tolist()) == (1, [0, -1, -1, 1, -1, -1])
    assert with_splits(flow, {2, 3}).stories == 3
    assert flow.opens.tolist() == [0, -1, -1, -1, -1, -1]
    assert text_flow(rows_of("要闻"), np.zeros(0, dtype=np.bool_)).stories == 0
