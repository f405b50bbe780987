"""Labels: a block's type by its own characters and by what stands right over or under it."""

import pytest

from articles.block import Block, BlockType
from reading.blocks.label import MOST_CAPTION, MOST_OVER_NAME, find_rule, label_blocks

LONG = "新馆位于文昌路北侧，建筑面积一万八千平方米，藏书六十万册，设阅览座位一千二百个。"
CREDIT = "本报记者 高原 摄"


def types(*texts: str) -> list[str]:
    return [str(one) for one in label_blocks([Block(text) for text in texts]).types]


@pytest.mark.parametrize(
    ("above", "type_"),
    [
        ("新馆开馆", "byline"),
        (LONG, "signoff"),
        ("新馆开馆。", "signoff"),
        ("新馆开馆！", "signoff"),
        ("馆" * MOST_OVER_NAME, "byline"),
        ("馆" * (MOST_OVER_NAME + 1), "signoff"),
    ],
)
def test_a_name_alone_is_what_stands_over_it(above: str, type_: str) -> None:
    """Under a short line it is the author, under a sentence or a paragraph it signs."""
    assert types(above, "周岚晴")[1] == type_


def test_a_name_on_top_of_the_page_signs() -> None:
    """Nothing stands over it."""
    assert types("周岚晴", LONG)[0] == "signoff"


@pytest.mark.parametrize(
    "scene", ["4月9日，果农在授粉。", "近日，果农在授粉。", "果农正在授粉。", "果园里，果农正在授粉。"]
)
def test_a_scene_over_a_photographers_credit_is_a_caption(scene: str) -> None:
    """Right over it, of a day or of what is just happening, and short; else it is text."""
    assert types(scene, CREDIT) == ["caption", "credit"]
    assert types(scene, LONG, CREDIT) == ["text", "text", "credit"]
    assert types(LONG, CREDIT) == ["text", "credit"]
    for size, type_ in ((MOST_CAPTION, "caption"), (MOST_CAPTION + 1, "text")):
        assert types(scene + "忙" * (size - len(scene)), CREDIT)[0] == type_


def test_the_name_of_the_rule_is_kept() -> None:
    """Every block that a rule names bears its name, text bears none."""
    page = label_blocks([Block("要闻"), Block(LONG), Block("（下转第3版）")])
    assert page.rules == ("section label", "", "jump line")
    assert page.types == (BlockType.FURNITURE, BlockType.TEXT, BlockType.JUMP)


def test_only_text_and_captions_repeat() -> None:
    """What stands twice is a duplicate of its first print, whatever its white space; a jump line is none."""
    page = label_blocks([Block(LONG), Block("（下转第3版）"), Block(LONG.replace("，", "， ")), Block("（下转第3版）")])
    assert page.first == (0, 1, 0, 3)
    assert page.duplicates == (page.blocks[2].text,)
    caption = "图为果农在南坡镇的果园里给苹果花授粉，今年的花期比往年早了六天，果农们抢抓农时。"
    assert label_blocks([Block(caption), Block(caption)]).first == (0, 0)


def test_a_rule_has_a_length() -> None:
    """A long block is no credit line, and a long caption must end as a sentence does."""
    assert find_rule(Block("图为" + "忙" * 55))
    assert not find_rule(Block("图为" + "忙" * 60))
    assert find_rule(Block("图为" + "忙" * 60 + "。"))
    assert not find_rule(Block("图为" + "忙" * 300 + "。"))
