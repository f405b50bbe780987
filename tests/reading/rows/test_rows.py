"""Rows: the running text of a page, each once, with what stands beside it."""

from articles.block import BlockType
from tests.stages import rows_of

TELLS = "新馆位于文昌路北侧，建筑面积一万八千平方米，藏书六十万册，设阅览座位一千二百个。"
OTHER = "少儿阅览区单独设门，家长可以陪着孩子看绘本，每周六上午有志愿者讲故事。"
OPEN = "馆长贺志强介绍，新馆延长了夜间开放时间，周二至周日开到晚上九点，少儿阅览区的门单独设在文昌路北侧，家长可以陪"
CAPTION = "图为读者在新馆看书。"


def test_rows_are_text_and_headings_once() -> None:
    """Furniture, bylines and what stands twice are no rows; each row knows its block."""
    rows = rows_of("要闻", "新馆开馆", "本报记者 周岚", TELLS, OTHER, TELLS)
    assert rows.texts == ("新馆开馆", TELLS, OTHER)
    assert rows.numbers == (1, 3, 4)


def test_what_stands_beside_a_row() -> None:
    """The types of the blocks right above and below, None at the page's ends."""
    rows = rows_of("要闻", "新馆开馆", "本报记者 周岚", TELLS, "（罗安 高原）", CAPTION)
    assert rows.above == (BlockType.FURNITURE, BlockType.BYLINE)
    assert rows.below == (BlockType.BYLINE, BlockType.SIGNOFF)
    assert rows_of(TELLS).above == rows_of(TELLS).below == (None,)
    assert rows.closed.tolist() == rows.signed_off.tolist() == [False, True]


def test_a_caption_closes_but_does_not_sign() -> None:
    """After a caption or a sign-off a story seldom goes on; only a name signs, under the text or at its end."""
    rows = rows_of(TELLS, CAPTION, OTHER + "（罗安）")
    assert rows.closed.tolist() == [True, False]
    assert rows.signed_off.tolist() == [False, True]
    assert rows.captioned.tolist() == [False, True]


def test_rows_follow_each_other_over_furniture() -> None:
    """What stands between is no neighbour; a row that stands twice has the neighbours of both places."""
    rows = rows_of(TELLS, "要闻", CAPTION, OTHER)
    assert rows.follows.tolist() == [[False, True], [False, False]]
    third = "图书馆还在全市设了三十个还书点，读者在一处借的书可以在另一处还，开馆当天有五千多名读者前来。"
    twice = rows_of(TELLS, OTHER, third, TELLS)
    assert list(zip(*twice.follows.nonzero(), strict=True)) == [(0, 1), (1, 2), (2, 0)]


def test_jump_lines_tell_that_a_story_goes_on() -> None:
    """下转 below a row, 上接 above one, and not the other way round."""
    rows = rows_of(OPEN, "（下转第3版）", "（上接第1版）", OTHER)
    assert (rows.continues.tolist(), rows.continued.tolist()) == ([True, False], [False, True])
    rows = rows_of(OPEN, "（上接第1版）", "（下转第3版）", OTHER)
    assert (rows.continues.tolist(), rows.continued.tolist()) == ([False, False], [False, False])


def test_lists_and_numbered_lines_are_never_cut() -> None:
    """An atomic row may be short and without a stop, and is no headline and no loose end."""
    rows = rows_of("登山", "出门前\n查看天气\n告诉家人", "一、新馆更大", OPEN, "新馆开馆")
    assert rows.listed.tolist() == [True, True, False, False, False]
    assert rows.atomic.tolist() == [True, True, True, False, False]
    assert rows.cut_off.tolist() == [False, False, False, True, True]
    assert rows.brief.tolist() == [False, False, False, False, True]
    assert rows.headline_like.tolist() == [True, False, True, False, True]


def test_leads_and_beginnings() -> None:
    """本报讯 opens a story, a comma opens nothing."""
    rows = rows_of("本报讯（记者周岚）" + TELLS, "，" + OTHER)
    assert (rows.lead.tolist(), rows.starts_mid_sentence.tolist()) == ([True, False], [False, True])
