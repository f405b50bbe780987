"""Attachments: each block beside the text finds its story."""

from reading.stories.attach import Attachments, attach
from tests.stages import labelled, segmented
from tests.three_stories import BRIDGE, LIBRARY

CREDIT, CAPTION = "本报记者 高原 摄", "图为读者在新馆看书。"


def attached(*parts: str) -> tuple[list[Attachments], dict[int, int]]:
    return attach(labelled(*parts), segmented(*parts))


def test_a_block_belongs_to_the_text_before_it() -> None:
    """Captions, sign-offs and bylines stand under their story; furniture belongs to none."""
    stories, homes = attached(
        "新馆开馆", "本报记者 周岚", *LIBRARY, CAPTION, "（罗安 高原）", "要闻", "大桥封闭大修", *BRIDGE
    )
    assert stories == [Attachments(["本报记者 周岚"], ["（罗安 高原）"], [CAPTION]), Attachments()]
    assert homes == {1: 0, 5: 0, 6: 0}


def test_a_jump_line_from_elsewhere_belongs_to_the_text_after_it() -> None:
    """下转 ends a story and 上接 begins one; each names the other page."""
    (first, second), _ = attached("新馆开馆", *LIBRARY, "（下转第3版）", "（上接第1版）", *BRIDGE)
    assert (first.continues, first.continued_from) == ("第3版", None)
    assert (second.continues, second.continued_from) == (None, "第1版")


def test_a_credit_right_under_its_caption_is_a_part_of_it() -> None:
    """Elsewhere it is a caption of its own."""
    assert attached("新馆开馆", *LIBRARY, CAPTION, CREDIT)[0][0].captions == [CAPTION + CREDIT]
    assert attached("新馆开馆", *LIBRARY, CREDIT)[0][0].captions == [CREDIT]
    assert attached("新馆开馆", *LIBRARY, CAPTION, "（罗安 高原）", CREDIT)[0][0].captions == [CAPTION, CREDIT]


def test_what_has_no_story_has_no_home() -> None:
    """A block over all text, or under a headline over nothing."""
    assert attached(CAPTION, *LIBRARY)[1] == {}
    assert attached("# 新馆开馆", CAPTION)[1] == {}


def test_what_stands_twice_is_attached_once() -> None:
    """A caption printed again is a duplicate."""
    long = "图为4月8日，读者在云岭市图书馆新馆看书，新馆位于文昌路北侧，藏书六十万册，设座位一千二百个。"
    stories, homes = attached("新馆开馆", *LIBRARY, long, "大桥封闭大修", *BRIDGE, long)
    assert ([one.captions for one in stories], homes) == ([[long], []], {4: 0})
