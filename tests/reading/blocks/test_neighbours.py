"""What blocks are by their neighbours: labels over notes, rows of names, remarks, pictures, signatures."""

import pytest

from articles.block import Block, BlockType
from reading.blocks.label import label_blocks
from reading.blocks.neighbours import by_neighbours

TEXT = "双桥路自2025年4月3日至6月30日封闭施工，过往车辆请绕行。"
NAMES = ("丁  岚  王小满  邓永年", "叶正阳  冯  柯  曲桂芬", "王小满 邓永年 叶正阳")
PICTURE = "4月3日，双桥镇油菜花开，游客在花海中拍照。温若溪摄"


def types(*texts: str) -> list[str]:
    return [str(one) for one in label_blocks([Block(text) for text in texts]).types]


@pytest.mark.parametrize(
    ("label", "below", "type_"),
    [
        ("简讯", "●市体育馆周末免费开放。", "text"),
        ("市场资讯", "■双桥超市鸡蛋每斤降价五角", "text"),
        ("新闻速递", "本报电 近日，市体育馆周末免费开放。", "text"),
        ("新闻速递", "本报电市体育馆周末免费开放。", "text"),
        ("快讯", "本报电市体育馆周末免费开放。", "text"),
        ("快讯", "本报电话热线周末也开放。", "furniture"),
        ("快讯", "本报清禾4月1日电 市体育馆周末免费开放。", "furniture"),
        ("简讯", "市体育馆周末免费开放", "furniture"),
        ("公告", TEXT, "text"),
        ("公告", "新馆开馆迎来首批读者", "furniture"),
        ("广告", TEXT, "furniture"),
    ],
)
def test_a_label_over_notes_or_a_notice_is_their_headline(label: str, below: str, type_: str) -> None:
    """Over anything else it is the section's."""
    assert types(label, below)[0] == type_


@pytest.mark.parametrize("label", ["遗失声明", "敬告"])
def test_a_label_over_advertisements_is_one_of_them(label: str) -> None:
    """Six characters at most, right over them."""
    lost = "周岚遗失房屋所有权证，证号岚川房字第00412号，声明作废。"
    assert types(label, lost) == ["furniture", "furniture"]
    assert types(label, TEXT, lost) == ["text", "text", "furniture"]
    assert types(label + "读者盼来新馆", lost)[0] == "text"


def test_rows_of_names_are_text() -> None:
    """Two and more of them; one alone may be a banner or a byline."""
    assert types("名单", *NAMES) == ["text"] * 4
    assert types("名单", NAMES[2]) == ["text", "furniture"]
    assert types("名单", "新时代 新征程 新伟业", "新时代 新征程 新伟业")[1:] == ["furniture"] * 2


def test_a_remark_under_a_headline_signs_nothing() -> None:
    """In one piece and longer than a name; under a paragraph it does."""
    assert types("优秀志愿者名单", "（按姓氏笔画排列）")[1] == "text"
    assert types(TEXT, "（市政协办公室）")[1] == "signoff"
    assert types("优秀志愿者名单", "（建国 海燕）")[1] == "signoff"


def test_a_picture_by_itself_is_a_story() -> None:
    """Alone on the page or under its label; beside a story it is a caption."""
    assert types(PICTURE) == ["text"]
    assert types("图片新闻", PICTURE) == ["text", "text"]
    assert types("光影", PICTURE, "新馆开馆", TEXT)[1] == "text"
    assert types("新馆开馆", PICTURE, TEXT)[1] == "caption"
    assert types("新馆开馆", TEXT, PICTURE)[2] == "caption"


def test_offices_and_the_day_under_a_notice_sign_it() -> None:
    """One office or several, with the day right under them, and under a whole sentence."""
    day = "2025年4月4日"
    assert types("公告", TEXT, "清禾市公安局", day)[2:] == ["signoff", "signoff"]
    assert types("公告", TEXT, "清禾市公安局", "清禾市交通运输局", day)[2:] == ["signoff"] * 3
    assert types("公告", TEXT, "清禾市公安局")[2] == "text"
    assert types("公告", TEXT, day)[2] == "furniture"
    assert types("新馆开馆", "清禾市公安局", day)[1:] == ["text", "furniture"]
    assert types("公告", TEXT, "读者盼来新馆", day)[2:] == ["text", "furniture"]


@pytest.mark.parametrize("name", ["读者 曲小满", "退休教师 严桂芬", "鲍立诚（退休教师）"])
def test_who_writes_a_letter_signs_it(name: str) -> None:
    """Under its text; under a headline it is the byline."""
    assert types(TEXT, name)[1] == "signoff"
    assert types("夜市开放别扰民", name)[1] == "byline"
    assert types(TEXT, "读者 盼来新馆")[1] == "text"


def test_a_hint_is_kept() -> None:
    """Where the layout says what a block is, its neighbours do not."""
    hinted = Block(PICTURE, hint=BlockType.CAPTION)
    assert by_neighbours([Block("图片新闻"), hinted], [None, None]) == [None, None]
    assert label_blocks([Block("图片新闻"), hinted]).types[1] is BlockType.CAPTION
