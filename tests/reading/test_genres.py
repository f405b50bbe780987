"""Genres: notes, notices, lists of names, letters, pictures and poems keep their headlines and their signatures."""

from pathlib import Path

import pytest

from articles.article import Article
from articles.page import Page
from reading.reader import read_page
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases"
# Of each page the headline of every article, how many paragraphs it has, and who signs it.
PRINTED: dict[str, list[tuple[str | None, int, str | None]]] = {
    "23-genres/2025-04-01": [("专家谈流感防治：发热别硬扛", 6, None)],
    "23-genres/2025-04-02": [("2025年清禾市优秀志愿者名单", 4, None)],
    "23-genres/2025-04-03": [("公告", 1, None), ("天气预报", 2, None)],
    "23-genres/2025-04-05": [("简讯", 5, None)],
    "23-genres/2025-04-06": [("清禾发布3月消费投诉榜单", 7, None)],
    "24-names/2025-04-01": [("清禾市优秀教师名单公布", 5, None)],
    "24-names/2025-04-02": [("清禾市优秀志愿者名单", 2, None)],
    "24-names/2025-04-03": [("关于拟提拔任用干部的公示", 3, "中共清禾市委组织部 2025年4月3日")],
    "24-names/2025-04-04": [("致全市家长的一封信", 2, "清禾市教育局 清禾市疾病预防控制中心 2025年4月4日")],
    "41-signature/2025-04-01": [
        ("让老街慢下来", 2, "读者 曲小满"),
        ("夜市开放别扰民", 1, "市民 严桂芬"),
        ("给外卖骑手一张凳子", 1, "鲍立诚（退休教师）"),
    ],
    "36-summary/2025-04-02": [("快讯：双桥大桥通车", 1, None)],
    "36-summary/2025-04-03": [("图片新闻", 1, None)],
}
PRICES = """市医保局公布检查新价格

本报讯（记者温若溪）4月1日，市医保局公布检查新价格，头部检查由二百八十元降到一百九十元。"""


def articles(text: str) -> tuple[Article, ...]:
    return read_page(Page(text, "page.txt"), MODELS.reader).articles


@pytest.mark.parametrize("page", PRINTED)
def test_the_stories_are_those_that_were_printed(page: str) -> None:
    """A list is the text of its headline, a signature is no headline, a notice and a picture are stories."""
    found = articles((CASES / f"{page}-p01.txt").read_text("utf-8"))
    assert [(one.headline, len(one.body), one.signoff) for one in found] == PRINTED[page]


def test_a_bundle_of_notes_swallows_no_neighbour() -> None:
    """The notes stand under the label over them, also one that ends as no sentence does."""
    notes = "市场资讯\n\n■双桥超市本周起鸡蛋每斤降价五角\n\n■清禾商场春装上市，老顾客凭会员卡打八折。"
    first, bundle = articles(f"{PRICES}\n\n{notes}")
    assert (first.headline, len(first.body)) == ("市医保局公布检查新价格", 1)
    assert (bundle.headline, len(bundle.body)) == ("市场资讯", 2)


def test_a_picture_and_a_notice_beside_a_story() -> None:
    """Each is one by itself, and what signs the notice is told."""
    picture = "图片报道\n\n4月2日，市民在双桥湿地观鸟，今年飞来的白鹭比去年多了三百只。 本报记者 温若溪 摄"
    notice = "启事\n\n因设备检修，本报服务热线4月5日停用一天，敬请读者谅解。\n\n清禾日报社\n\n2025年4月3日"
    found = articles("\n\n".join([PRICES, picture, notice]))
    assert [one.headline for one in found] == ["市医保局公布检查新价格", "图片报道", "启事"]
    assert found[2].signoff == "清禾日报社 2025年4月3日"


def test_a_poem_stands_under_its_title() -> None:
    """Verse by verse, with who wrote it."""
    poem = "春天的信\n\n□ 曲小满\n\n雨落在双桥的石板上\n像一封没有地址的信\n茶馆的老人慢慢地读\n读到第三行天就晴了"
    first, second = articles(f"{poem}\n\n{PRICES}")
    assert (first.headline, first.byline, first.body) == ("春天的信", "□ 曲小满", (poem.split("\n\n")[2],))
    assert second.headline == "市医保局公布检查新价格"


def test_two_stories_may_hold_one_text() -> None:
    """Each keeps it under its own headline, several paragraphs too."""
    lead = PRICES.partition("\n\n")[2]
    more = "参保患者可在十二家定点医院享受新价格，就诊时应出示医保码，医院不得分解收费、重复收费。"
    found = articles(f"{PRICES}\n\n{more}\n\n医院检查费降价\n\n{lead}\n\n{more}")
    assert [(one.headline, one.body) for one in found] == [
        ("市医保局公布检查新价格", (lead, more)),
        ("医院检查费降价", (lead, more)),
    ]
